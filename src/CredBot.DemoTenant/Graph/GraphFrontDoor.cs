using System.Text.Json;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.Ledger;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CredBot.DemoTenant.Graph;

/// <summary>Where every Graph request comes in: token, body, query; then the answer, and for a write its line in the ledger.</summary>
internal sealed class GraphFrontDoor(DemoTokens tokens, DemoDirectory directory, WriteLedger ledger)
{
    /// <summary>Bytes of a request's body.</summary>
    private const int BodyLimit = 64 * 1024;

    public async Task HandleAsync(HttpContext context, Func<GraphRequest, GraphAnswer> handle)
    {
        var (caller, body, early) = await ReadAsync(context);
        var answer = GraphPath.IsWrite(context.Request.Method)
            ? ledger.Write(() => early ?? Answer(context, caller!, body, handle), answer => Note(context.Request, caller, answer))
            : early ?? Answer(context, caller!, body, handle);
        await GraphWriter.WriteAsync(context, answer, directory.Now);
    }

    /// <summary>Refuses at the counter, and still leaves a trace of a refused write.</summary>
    public Task RefuseAsync(HttpContext context, GraphAnswer answer)
    {
        if (GraphPath.IsWrite(context.Request.Method))
        {
            ledger.Add(Note(context.Request, GraphPath.Bearer(context.Request) is { } bearer ? tokens.ReadGraphToken(bearer) : null, answer));
        }

        return GraphWriter.WriteAsync(context, answer, directory.Now);
    }

    private async Task<(DemoCaller? Caller, JsonElement? Body, GraphAnswer? Early)> ReadAsync(HttpContext context)
    {
        if (GraphPath.Bearer(context.Request) is not { } bearer)
        {
            return (null, null, Unauthenticated("Access token is empty."));
        }

        if (tokens.ReadGraphToken(bearer) is not { } caller)
        {
            return (null, null, Unauthenticated("Access token validation failure."));
        }

        try
        {
            return (caller, await ReadBodyAsync(context), null);
        }
        catch (JsonException)
        {
            return (caller, null, GraphAnswer.Refused(StatusCodes.Status400BadRequest, "BadRequest", "Unable to read JSON request payload."));
        }
        catch (BadHttpRequestException refused)
        {
            return (caller, null, GraphAnswer.Refused(refused.StatusCode, "BadRequest", "The request body cannot be read."));
        }
    }

    private static async Task<JsonElement?> ReadBodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = BodyLimit;
        }

        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        if (buffer.Length is 0)
        {
            return null;
        }

        using var document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : throw new JsonException();
    }

    private GraphAnswer Answer(HttpContext context, DemoCaller caller, JsonElement? body, Func<GraphRequest, GraphAnswer> handle)
    {
        try
        {
            return handle(Describe(context, caller, body));
        }
        catch (QueryFault fault)
        {
            return GraphAnswer.Refused(StatusCodes.Status400BadRequest, fault.Code, fault.Message);
        }
    }

    private GraphRequest Describe(HttpContext context, DemoCaller caller, JsonElement? body)
    {
        var request = context.Request;
        // The target as it came, not as it was decoded: a next link and an operation's address are compared by the letter.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var version = request.Path.Value!.Split('/')[3];
        var prefix = $"{GraphPath.Prefix}/{version}";
        return new GraphRequest
        {
            Caller = caller,
            Person = caller.AppOnly ? null : directory.ByObjectId(caller.ObjectId),
            Root = $"{request.Scheme}://{request.Host}{prefix}",
            Target = target.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? target[prefix.Length..] : target,
            Query = ODataQuery.Read(request),
            Body = body,
            Keys = request.RouteValues.ToDictionary(static value => value.Key, static value => value.Value?.ToString() ?? "", StringComparer.Ordinal),
        };
    }

    private LedgerEntry Note(HttpRequest request, DemoCaller? caller, GraphAnswer answer) => new()
    {
        At = directory.Now,
        Caller = GraphPath.Name(caller, directory),
        Method = request.Method,
        Path = request.Path.Value!,
        Subject = GraphPath.Subject(request.Path, caller, directory)?.Id,
        Status = answer.Status,
        Operation = answer.Operation,
    };

    private static GraphAnswer Unauthenticated(string message) =>
        GraphAnswer.Refused(StatusCodes.Status401Unauthorized, "InvalidAuthenticationToken", message);
}
