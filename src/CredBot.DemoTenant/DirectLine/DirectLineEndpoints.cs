using System.Globalization;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>Direct Line 3.0, as unmodified clients speak it.</summary>
/// <remarks>Source: bot-docs «Direct Line API 3.0 reference»; microsoft/BotFramework-DirectLineJS «directLine.ts».</remarks>
internal sealed class DirectLineEndpoints(DirectLineTokens tokens, Seats seats, SeatView view, ClientPosts posts, Refreshes refreshes, DemoDirectory directory)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var routes = endpoints.MapGroup("/v3/directline");
        routes.MapPost("/tokens/generate", static (HttpRequest request, DirectLineEndpoints it) => it.GenerateAsync(request));
        routes.MapPost("/tokens/refresh", static (HttpRequest request, DirectLineEndpoints it) => it.Refresh(request));
        routes.MapPost("/conversations", static (HttpRequest request, DirectLineEndpoints it) => it.StartAsync(request));
        routes.MapGet("/conversations/{id}", static (HttpRequest request, string id, string? watermark, DirectLineEndpoints it) =>
            it.Reconnect(request, id, watermark));
        routes.MapGet("/conversations/{id}/activities", static (HttpRequest request, string id, string? watermark, DirectLineEndpoints it) =>
            it.Read(request, id, watermark));
        routes.MapPost("/conversations/{id}/activities", static (HttpRequest request, string id, DirectLineEndpoints it) => it.PostAsync(request, id));
        // Web Chat asks for it before it opens a sign-in link.
        routes.MapGet("/session/getsessionid", static () => new JsonAnswer(new JsonObject { ["sessionId"] = Guid.NewGuid().ToString("N") }));
        UploadEndpoints.Map(routes);
        StreamEndpoint.Map(routes);
    }

    /// <returns>The seat that this request's token is for, or why there is none.</returns>
    public (Seat? Seat, JsonAnswer? Refusal) Enter(HttpRequest request, string id)
    {
        var (grant, refusal) = Grant(request);
        if (grant is null)
        {
            return (null, refusal);
        }

        if (grant.Conversation != id)
        {
            return (null, DirectLineError.Foreign());
        }

        return seats.Find(id) is { } seat ? (seat, null) : (null, DirectLineError.NoConversation());
    }

    private async Task<JsonAnswer> GenerateAsync(HttpRequest request)
    {
        var body = await JsonBody.ReadAsync(request, ClientPosts.SizeLimit);
        return body.Object("user").Text("id") is { } user && user.StartsWith(DirectLineTokens.UserPrefix, StringComparison.Ordinal)
            && directory.Find(user[DirectLineTokens.UserPrefix.Length..]) is { } person
            ? new JsonAnswer(Granted(person.Id, Seats.NewId()))
            : DirectLineError.BadArgument("user.id must be dl_ and the id of somebody in the demo tenant.");
    }

    private JsonAnswer Refresh(HttpRequest request)
    {
        var (grant, refusal) = Grant(request);
        return grant is null ? refusal! : new JsonAnswer(Granted(grant.PersonId, grant.Conversation));
    }

    private async Task<JsonAnswer> StartAsync(HttpRequest request)
    {
        var (grant, refusal) = Grant(request);
        if (grant is null)
        {
            return refusal!;
        }

        if (await JsonBody.ReadAsync(request, ClientPosts.SizeLimit) is not { } body || directory.Find(grant.PersonId) is not { } person)
        {
            return DirectLineError.BadArgument("The body is not a JSON object.");
        }

        var (seat, isNew) = seats.Take(grant.Conversation, person, body);
        if (isNew)
        {
            refreshes.Look(seat);
        }

        return new JsonAnswer(Connected(request, seat, "-"), isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private JsonAnswer Reconnect(HttpRequest request, string id, string? watermark)
    {
        var (seat, refusal) = Enter(request, id);
        if (seat is null)
        {
            return refusal!;
        }

        return Watermark(watermark) is { } after
            ? new JsonAnswer(Connected(request, seat, after.ToString(CultureInfo.InvariantCulture)))
            : DirectLineError.BadArgument("The watermark is not one of ours.");
    }

    private JsonAnswer Read(HttpRequest request, string id, string? watermark)
    {
        var (seat, refusal) = Enter(request, id);
        if (seat is null)
        {
            return refusal!;
        }

        if (Watermark(watermark) is not { } after)
        {
            return DirectLineError.BadArgument("The watermark is not one of ours.");
        }

        var (entries, last) = seat.Chat.History.Read(after, seat.Person.Id);
        return new JsonAnswer(view.Set(seat, entries, last));
    }

    private async Task<IResult> PostAsync(HttpRequest request, string id)
    {
        var (seat, refusal) = Enter(request, id);
        if (seat is null)
        {
            return refusal!;
        }

        try
        {
            return await JsonBody.ReadAsync(request, ClientPosts.SizeLimit) is { } activity
                ? await posts.PostAsync(seat, activity, request.HttpContext.RequestAborted)
                : DirectLineError.BadArgument("The body is not a JSON object.");
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return DirectLineError.TooBig();
        }
    }

    /// <returns>0 where there is none yet; null for anything but a number.</returns>
    public static long? Watermark(string? text) => text switch
    {
        null or "" or "-" => 0,
        _ => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null,
    };

    private (DirectLineGrant? Grant, JsonAnswer? Refusal) Grant(HttpRequest request) => tokens.Read(request.Headers.Authorization) switch
    {
        null => (null, DirectLineError.NoToken()),
        { Expired: true } => (null, DirectLineError.TokenExpired()),
        var grant => (grant, null),
    };

    private JsonObject Granted(string personId, string conversation) => new()
    {
        ["conversationId"] = conversation,
        ["token"] = tokens.Mint(personId, conversation),
        ["expires_in"] = (int)DirectLineTokens.Life.TotalSeconds,
    };

    private JsonObject Connected(HttpRequest request, Seat seat, string watermark)
    {
        var answer = Granted(seat.Person.Id, seat.Id);
        var scheme = request.IsHttps ? "wss" : "ws";
        answer["streamUrl"] = $"{scheme}://{request.Host}/v3/directline/conversations/{seat.Id}/stream?watermark={watermark}&t={tokens.OpenStream(seat.Id)}";
        return answer;
    }
}
