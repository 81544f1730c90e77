using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CredBot.Tests.World;

/// <summary>Somebody of the demo tenant in a chat with the bot, through Direct Line as Teams would carry it.</summary>
public sealed class Person(DemoWorld world, string id)
{
    private readonly List<JsonElement> seen = [];
    private string? conversation;
    private string? token;
    private string? watermark;

    public string Id => id;

    public string Locale { get; set; } = "en-US";

    /// <summary>personal, groupChat or channel; before the first word.</summary>
    public string ConversationType { get; set; } = "personal";

    /// <summary>Whether this person's Teams answers an OAuth card by itself, as the real one does.</summary>
    public bool SignsInSilently { get; set; } = true;

    /// <summary>Whether the caller whom this person has on the line is the real one: then they type the number that is read to them, as soon as it shows.</summary>
    public bool HasTheRealCaller { get; set; } = true;

    /// <summary>Everything the bot said, in order; an updated card stands in its first place.</summary>
    public IReadOnlyList<JsonElement> Seen => seen;

    /// <summary>Types a message and waits for all that follows from it now.</summary>
    public async Task SaysAsync(string text)
    {
        await PostAsync(new JsonObject { ["type"] = "message", ["text"] = text });
        await ReadAsync();
    }

    /// <summary>Clicks the newest button with this verb.</summary>
    /// <param name="verb">The button's verb.</param>
    /// <param name="answer">Which of several buttons of that verb.</param>
    /// <returns>The bot's answer to the invoke.</returns>
    public async Task<JsonElement> ClicksAsync(string verb, string? answer = null)
    {
        await ReadAsync();
        var (message, action) = Button(verb, answer);
        return await InvokeAsync(action, message.GetProperty("id").GetString()!);
    }

    /// <summary>Whether this person sees such a button.</summary>
    public bool Sees(string verb) => seen.Any(message => Actions(message).Any(action => Is(action, verb, null)));

    /// <summary>Sends a card action as it stands, forged or not.</summary>
    public async Task<JsonElement> InvokeAsync(JsonNode action, string? replyToId = null)
    {
        var answer = await PostAsync(new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = replyToId,
            ["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "manual" },
        });
        await ReadAsync();
        return answer;
    }

    /// <summary>Sends any activity.</summary>
    public async Task<JsonElement> PostAsync(JsonObject activity)
    {
        await JoinAsync();
        activity["from"] = new JsonObject { ["id"] = $"dl_{id}" };
        activity["locale"] ??= Locale;
        using var request = Request(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", JsonContent.Create(activity));
        using var response = await world.Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body.Length is 0 ? "{}" : body).RootElement.Clone();
    }

    /// <summary>Reads what has come, after the bot has nothing left to do now; signs in when asked.</summary>
    public async Task ReadAsync()
    {
        await JoinAsync();
        for (var more = true; more;)
        {
            await world.DrainAsync();
            more = false;
            foreach (var activity in await PollAsync())
            {
                Keep(activity);
                more |= SignsInSilently && await SignInAsync(activity);
                more |= HasTheRealCaller && await Callers.AnswerAsync(world, activity);
            }
        }
    }

    /// <summary>Opens the same chat on another device: nothing is remembered, all is read anew.</summary>
    public async Task OpensAgainAsync()
    {
        (conversation, watermark) = (null, null);
        seen.Clear();
        await ReadAsync();
    }

    /// <summary>Opens the newest sign-in button's page and signs in there.</summary>
    /// <param name="account">Somebody else's account, by id; null for the own.</param>
    /// <returns>The code to type into the chat.</returns>
    public async Task<string> SignsInByHandAsync(string? account = null)
    {
        var link = seen.Last(static message => message.GetRawText().Contains("card.oauth", StringComparison.Ordinal))
            .GetProperty("attachments")[0].GetProperty("content").GetProperty("buttons")[0].GetProperty("value").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent([new("account", account ?? "")]) };
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await world.Http.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString()!;
    }

    /// <summary>The whole chat as a client finds it that comes now.</summary>
    public async Task<string> HistoryAsync()
    {
        using var request = Request(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities", null);
        using var response = await world.Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>All text of what the bot said last, cards included.</summary>
    public string Last => seen.Count is 0 ? "" : Words(seen[^1]);

    /// <summary>All text of everything the bot said.</summary>
    public string All => string.Join('\n', seen.Select(Words));

    private static string Words(JsonElement activity) => string.Join('\n', Strings(activity));

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject()
            .Where(static member => member.Name is "text" or "title" or "value" or "body" or "facts" or "items" or "columns" or "attachments" or "content" or "actions" or "suggestedActions" or "card" or "choices" or "inlines" or "summary" or "label" or "placeholder")
            .SelectMany(static member => Strings(member.Value)),
        _ => [],
    };

    /// <summary>The newest button with this verb, and the message it stands on.</summary>
    public (JsonElement Message, JsonNode Action) Button(string verb, string? answer = null)
    {
        foreach (var message in Enumerable.Reverse(seen))
        {
            if (Actions(message).LastOrDefault(action => Is(action, verb, answer)) is { ValueKind: JsonValueKind.Object } found)
            {
                return (message, JsonNode.Parse(found.GetRawText())!);
            }
        }

        throw new Xunit.Sdk.XunitException($"{id} sees no button «{verb}». What {id} sees:\n{All}");
    }

    private static bool Is(JsonElement action, string verb, string? answer) =>
        action.TryGetProperty("verb", out var name) && name.GetString() == verb
        && (answer is null || (action.TryGetProperty("data", out var data) && data.TryGetProperty("answer", out var value) && value.GetString() == answer));

    private static IEnumerable<JsonElement> Actions(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Actions),
        JsonValueKind.Object => json.EnumerateObject().Where(static member => member.Name is not "fallback").SelectMany(static member => Actions(member.Value))
            .Concat(json.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String && type.GetString() is "Action.Execute" ? [json] : []),
        _ => [],
    };

    private void Keep(JsonElement activity)
    {
        if (activity.GetProperty("type").GetString() is not "message" || IsMine(activity))
        {
            return;
        }

        var at = seen.FindIndex(old => old.GetProperty("id").GetString() == activity.GetProperty("id").GetString());
        if (at < 0)
        {
            seen.Add(activity);
        }
        else
        {
            seen[at] = activity;
        }
    }

    private bool IsMine(JsonElement activity) =>
        activity.TryGetProperty("from", out var from) && from.TryGetProperty("id", out var sender) && sender.GetString() == $"dl_{id}";

    private async Task<bool> SignInAsync(JsonElement activity)
    {
        if (IsMine(activity) || !activity.TryGetProperty("attachments", out var attachments) || attachments.ValueKind is not JsonValueKind.Array)
        {
            return false;
        }

        var card = attachments.EnumerateArray().FirstOrDefault(static item => item.GetProperty("contentType").GetString() is "application/vnd.microsoft.card.oauth");
        if (card.ValueKind is not JsonValueKind.Object || !card.GetProperty("content").TryGetProperty("tokenExchangeResource", out var resource))
        {
            return false;
        }

        using var minted = await world.Http.PostAsync($"/demo/people/{id}/sso-token", null);
        var sso = await minted.Content.ReadFromJsonAsync<JsonElement>();
        await PostAsync(new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "signin/tokenExchange",
            ["value"] = new JsonObject
            {
                ["id"] = resource.GetProperty("id").GetString(),
                ["connectionName"] = card.GetProperty("content").GetProperty("connectionName").GetString(),
                ["token"] = sso.GetProperty("token").GetString(),
            },
        });
        return true;
    }

    private async Task JoinAsync()
    {
        if (conversation is not null)
        {
            return;
        }

        using var generated = await world.Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = $"dl_{id}" } });
        token = (await generated.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        var opening = JsonContent.Create(new { locale = Locale, channelData = new { demo = new { conversationType = ConversationType } } });
        using var request = Request(HttpMethod.Post, "/v3/directline/conversations", opening);
        using var response = await world.Http.SendAsync(request);
        var started = await response.Content.ReadFromJsonAsync<JsonElement>();
        conversation = started.GetProperty("conversationId").GetString();
        token = started.GetProperty("token").GetString();
    }

    private async Task<IReadOnlyList<JsonElement>> PollAsync()
    {
        using var request = Request(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities?watermark={watermark}", null);
        using var response = await world.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var set = await response.Content.ReadFromJsonAsync<JsonElement>();
        watermark = set.GetProperty("watermark").GetString();
        return [.. set.GetProperty("activities").EnumerateArray().Select(static activity => activity.Clone())];
    }

    private HttpRequestMessage Request(HttpMethod method, string url, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
