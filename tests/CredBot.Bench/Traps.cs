using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CredBot.Bench;

/// <summary>Stands before everything that the tenant is asked, with at most one trap armed.</summary>
internal sealed class Traps
{
    private Trap? armed;

    public Trap Arm(string method, string path, string? holding, bool after)
    {
        var trap = new Trap(method, new Regex(path), holding, after);
        Volatile.Write(ref armed, trap);
        return trap;
    }

    public void Watch(IApplicationBuilder server) => server.Use(async (context, next) =>
    {
        if (Volatile.Read(ref armed) is not { } trap || !trap.Takes(context.Request.Method, context.Request.Path, await BodyAsync(context, trap)))
        {
            await next(context);
            return;
        }

        if (trap.After)
        {
            // Whatever the tenant answers stays here.
            context.Response.Body = new MemoryStream();
            await next(context);
        }

        trap.Spring();
        await trap.Released;
        context.Abort();
    });

    private static async Task<string> BodyAsync(HttpContext context, Trap trap)
    {
        if (trap.Holding is null || context.Request.Method is "GET")
        {
            return "";
        }

        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        return body;
    }
}
