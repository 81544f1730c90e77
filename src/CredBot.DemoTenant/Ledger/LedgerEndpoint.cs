using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.DemoTenant.Ledger;

/// <summary><c>GET /demo/ledger</c>; with <c>?after=n</c> only what came after the first n entries.</summary>
internal static class LedgerEndpoint
{
    private static readonly LedgerJson Readable =
        new(new JsonSerializerOptions(LedgerJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/demo/ledger", (RequestDelegate)Answer);

    private static Task Answer(HttpContext context)
    {
        var seen = int.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;
        var entries = context.RequestServices.GetRequiredService<WriteLedger>().Read(seen);
        return context.Response.WriteAsJsonAsync(entries, Readable.IReadOnlyListLedgerEntry, cancellationToken: context.RequestAborted);
    }
}
