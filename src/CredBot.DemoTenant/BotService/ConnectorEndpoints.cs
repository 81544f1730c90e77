using System.Globalization;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CredBot.DemoTenant.BotService;

/// <summary>The connector, as the bot calls it under its service address.</summary>
/// <remarks>Source: bot-docs «Connector API reference»; Teams docs «Send proactive messages».</remarks>
internal sealed class ConnectorEndpoints(Chats chats, TeamsAccounts accounts, AppInstalls installs, BotMessages messages)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var routes = endpoints.MapGroup("/demo/botservice/v3/conversations").AddEndpointFilter<BotOnly>();
        routes.MapPost("", static (HttpRequest request, ConnectorEndpoints it) => it.CreateAsync(request));
        routes.MapPost("/{conversation}/activities", static (HttpRequest request, string conversation, BotMessages messages) =>
            messages.SendAsync(request, conversation, replyTo: null));
        routes.MapPost("/{conversation}/activities/{activity}", static (HttpRequest request, string conversation, string activity, BotMessages messages) =>
            messages.SendAsync(request, conversation, activity));
        routes.MapPut("/{conversation}/activities/{activity}", static (HttpRequest request, string conversation, string activity, BotMessages messages) =>
            messages.UpdateAsync(request, conversation, activity));
        routes.MapDelete("/{conversation}/activities/{activity}", static (string conversation, string activity, BotMessages messages) =>
            messages.Delete(conversation, activity));
        routes.MapGet("/{conversation}/members", static (string conversation, ConnectorEndpoints it) => it.Members(conversation));
        routes.MapGet("/{conversation}/members/{member}", static (string conversation, string member, ConnectorEndpoints it) =>
            it.Member(conversation, member));
        routes.MapGet("/{conversation}/pagedmembers", static (string conversation, int? pageSize, string? continuationToken, ConnectorEndpoints it) =>
            it.Page(conversation, pageSize ?? 200, continuationToken));
    }

    private async Task<IResult> CreateAsync(HttpRequest request)
    {
        var body = await JsonBody.ReadAsync(request, BotMessages.BodyLimit);
        if (body is null)
        {
            return ConnectorError.BadSyntax("The body is not a JSON object.");
        }

        if ((body.Text("tenantId") ?? body.Object("channelData").Object("tenant").Text("id")) is not DemoApp.TenantId)
        {
            return ConnectorError.BadArgument("The tenant is missing or another one.");
        }

        return body["isGroup"] is JsonValue group && group.TryGetValue<bool>(out var isGroup) && isGroup ? CreateThread(body) : CreatePersonal(body);
    }

    /// <summary>Always the same chat for the same person.</summary>
    private JsonAnswer CreatePersonal(JsonObject body)
    {
        if (body.List("members") is not [JsonObject member])
        {
            return ConnectorError.BadSyntax("A personal chat has exactly one member.");
        }

        if (accounts.Find(member.Text("id")) is not { } person)
        {
            return ConnectorError.BadArgument("Failed to decrypt pairwise id.");
        }

        if (AppEvents.Refusal(installs.Of(person)) is { } closed)
        {
            return closed;
        }

        var chat = chats.Personal(person);
        if (body.Object("activity") is { } first)
        {
            var (activity, refusal) = BotMessages.Check((JsonObject)first.DeepClone());
            if (activity is null)
            {
                return refusal!;
            }

            messages.Send(chat, activity, replyTo: null);
        }

        return new JsonAnswer(new JsonObject { ["id"] = chat.Id }, StatusCodes.Status201Created);
    }

    private JsonAnswer CreateThread(JsonObject body)
    {
        if (body.Object("channelData").Object("channel").Text("id") is not { } channel || chats.Find(channel) is not { Type: ChatType.Channel }
            || body.Object("activity") is not { } first)
        {
            return ConnectorError.BadSyntax("A group chat cannot be made by a bot; a thread needs a channel and a first activity.");
        }

        var (activity, refusal) = BotMessages.Check((JsonObject)first.DeepClone());
        if (activity is null)
        {
            return refusal!;
        }

        var chat = chats.Thread(chats.NewId());
        messages.Send(chat, activity, replyTo: null);
        return new JsonAnswer(new JsonObject { ["id"] = chat.Id, ["activityId"] = activity.Text("id") }, StatusCodes.Status201Created);
    }

    private JsonAnswer Members(string conversation) => chats.Find(conversation) is { } chat
        ? new JsonAnswer(new JsonArray([.. chat.Members.Select(accounts.Member)]))
        : ConnectorError.NoConversation();

    private JsonAnswer Member(string conversation, string member)
    {
        if (chats.Find(conversation) is not { } chat)
        {
            return ConnectorError.NoConversation();
        }

        return accounts.Find(member) is { } person && chat.Members.Contains(person) ? new JsonAnswer(accounts.Member(person)) : ConnectorError.NoMember();
    }

    private JsonAnswer Page(string conversation, int size, string? continuation)
    {
        if (chats.Find(conversation) is not { } chat)
        {
            return ConnectorError.NoConversation();
        }

        if (!int.TryParse(continuation ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            return ConnectorError.BadArgument("The continuation token is not one of ours.");
        }

        // Source: Teams docs «Fetch the roster»: pages of 50 to 500.
        var end = start + Math.Clamp(size, 50, 500);
        var page = new JsonObject { ["members"] = new JsonArray([.. chat.Members.Take(start..end).Select(accounts.Member)]) };
        if (end < chat.Members.Count)
        {
            page["continuationToken"] = end.ToString(CultureInfo.InvariantCulture);
        }

        return new JsonAnswer(page);
    }
}
