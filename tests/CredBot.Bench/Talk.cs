using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CredBot.Bench;

/// <summary>Somebody of the demo tenant who talks to the bot over Direct Line and signs in silently, as Teams does.</summary>
internal sealed class Talk(HttpClient tenant, string person, bool signsIn = true)
{
    private readonly HashSet<string> exchanged = [];
    private readonly List<JsonObject> heard = [];
    private string? conversation;
    private string? token;
    private string? watermark;

    public string Person => person;

    /// <summary>Messages the channel took.</summary>
    public int Accepted { get; private set; }

    /// <summary>Of these, the ones after which the bot said something.</summary>
    public int Answered { get; private set; }

    /// <summary>Says something and waits until the chat shows it answered.</summary>
    public Task SayAsync(string text, Func<string, bool> answered) => SayAsync(text, async () => answered(await NewestAsync()));

    /// <summary>Says something and waits until it is answered.</summary>
    public async Task SayAsync(string text, Func<Task<bool>> answered)
    {
        await PostAsync(new JsonObject { ["type"] = "message", ["text"] = text });
        Accepted++;
        await Waiting.UntilAsync($"{person}: an answer to «{text}»", TimeSpan.FromSeconds(90), answered);
        Answered++;
    }

    /// <summary>Waits until what is newest in the chat is like this.</summary>
    public Task WaitAsync(string what, Func<string, bool> shows, TimeSpan longest) =>
        Waiting.UntilAsync(what, longest, async () => shows(await NewestAsync()));

    /// <summary>Clicks the newest button of this verb; a click that dies with the bot is no answer.</summary>
    /// <param name="verb">The button's verb.</param>
    /// <param name="answer">Which of several.</param>
    /// <param name="card">Id of the message it stands on; null for any.</param>
    /// <param name="more">A member added to the button's data: what was typed.</param>
    public async Task ClickAsync(string verb, string? answer = null, string? card = null, (string Name, string Value)? more = null)
    {
        var (message, action) = (await ReadAsync()).Reverse()
            .Where(message => card is null || Text(message, "id") == card)
            .SelectMany(message => Actions(message).Reverse().Select(action => (message, action)))
            .First(pair => Text(pair.action, "verb") == verb && (answer is null || Text(pair.action["data"], "answer") == answer));
        var clicked = action.DeepClone();
        if (more is var (name, value))
        {
            clicked["data"]![name] = value;
        }

        try
        {
            await PostAsync(new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["replyToId"] = message["id"]!.DeepClone(),
                ["value"] = new JsonObject { ["action"] = clicked, ["trigger"] = "manual" },
            });
        }
        catch (HttpRequestException)
        {
            // The bot was killed in the middle of it.
        }
    }

    /// <summary>The bot's messages as one text, newest state of each.</summary>
    public async Task<string> AllAsync() => string.Join('\n', (await ReadAsync()).Select(Plain));

    /// <summary>How many of the bot's messages hold these words.</summary>
    public async Task<int> CountAsync(string words) => (await ReadAsync()).Count(message => Plain(message).Contains(words, StringComparison.Ordinal));

    /// <summary>One of the bot's messages as it is now.</summary>
    public async Task<string> CardAsync(string id) => Plain((await ReadAsync()).Single(message => Text(message, "id") == id));

    /// <summary>Id of the bot's newest message.</summary>
    public async Task<string> NewestIdAsync() => Text((await ReadAsync())[^1], "id")!;

    public async Task<string> NewestAsync() => (await ReadAsync()) is [.., var last] ? Plain(last) : "";

    /// <summary>The bot's messages, oldest first, each as it stands now.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadAsync()
    {
        await JoinAsync();
        using var request = Request(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities?watermark={watermark}");
        using var response = await tenant.SendAsync(request);
        var set = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        watermark = Text(set, "watermark") ?? watermark;
        foreach (var activity in set["activities"]!.AsArray().Select(static item => item!.AsObject()).Where(item => Text(item["from"], "id") != $"dl_{person}"))
        {
            Keep(activity);
        }

        foreach (var card in !signsIn ? [] : heard.SelectMany(static message => message["attachments"]?.AsArray() ?? []).Where(static card => Text(card, "contentType")!.EndsWith("card.oauth", StringComparison.Ordinal)))
        {
            await SignInAsync(card!["content"]!);
        }

        return heard;
    }

    /// <summary>An update replaces the message it is of; what else has no text is left.</summary>
    private void Keep(JsonObject activity)
    {
        if (Text(activity, "type") is not "message")
        {
            return;
        }

        var at = heard.FindIndex(old => Text(old, "id") == Text(activity, "id"));
        if (at < 0)
        {
            heard.Add(activity);
        }
        else
        {
            heard[at] = activity;
        }
    }

    private async Task SignInAsync(JsonNode card)
    {
        if (Text(card["tokenExchangeResource"], "id") is not { } exchange || exchanged.Contains(exchange))
        {
            return;
        }

        using var minted = await tenant.PostAsync($"/demo/people/{person}/sso-token", null);
        var sso = Text(JsonNode.Parse(await minted.Content.ReadAsStringAsync()), "token");
        using var request = Request(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "signin/tokenExchange",
            ["value"] = new JsonObject { ["id"] = exchange, ["connectionName"] = Text(card, "connectionName"), ["token"] = sso },
        });
        using var response = await tenant.SendAsync(request);
        if (response.IsSuccessStatusCode || (int)response.StatusCode is 400)
        {
            exchanged.Add(exchange);
        }
    }

    private async Task PostAsync(JsonObject activity)
    {
        await JoinAsync();
        using var request = Request(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", activity);
        using var response = await tenant.SendAsync(request);
        if (Text(activity, "type") is "message")
        {
            response.EnsureSuccessStatusCode();
        }
    }

    private async Task JoinAsync()
    {
        if (conversation is not null)
        {
            return;
        }

        using var generated = await tenant.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = $"dl_{person}" } });
        token = Text(JsonNode.Parse(await generated.Content.ReadAsStringAsync()), "token");
        using var request = Request(HttpMethod.Post, "/v3/directline/conversations", new JsonObject { ["locale"] = "en-US" });
        using var response = await tenant.SendAsync(request);
        var started = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        (conversation, token) = (Text(started, "conversationId"), Text(started, "token"));
    }

    private HttpRequestMessage Request(HttpMethod method, string path, JsonNode? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private static IEnumerable<JsonObject> Actions(JsonNode? json) => json switch
    {
        JsonArray list => list.SelectMany(Actions),
        JsonObject item => item.Where(static member => member.Key is not "fallback").SelectMany(static member => Actions(member.Value))
            .Concat(Text(item, "type") is "Action.Execute" ? [item] : []),
        _ => [],
    };

    private static string Plain(JsonObject message) => message.ToJsonString(Readable);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string? Text(JsonNode? json, string name) =>
        json is JsonObject item && item[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
