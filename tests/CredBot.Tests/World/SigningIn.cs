using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CredBot.Tests.World;

/// <summary>The steps of a sign-in one by one, each as a client of the channel would take it.</summary>
internal static class SigningIn
{
    public const string Question = "how do I reset my password?";
    public const string Answer = "You can reset your password yourself";
    private const string CardType = "application/vnd.microsoft.card.oauth";

    /// <summary>Somebody who asked what needs a sign-in and has the card before them; nothing answers it by itself.</summary>
    public static async Task<Person> AskedToSignInAsync(this DemoWorld world, string id = "sora")
    {
        var person = world.Person(id);
        person.SignsInSilently = false;
        await person.SaysAsync(Question);
        Assert.Single(person.SignInCards());
        return person;
    }

    /// <summary>Contents of the sign-in cards that still stand in the chat.</summary>
    public static IReadOnlyList<JsonElement> SignInCards(this Person person) =>
        [.. person.Seen.Where(static message => message.TryGetProperty("attachments", out _))
            .SelectMany(static message => message.GetProperty("attachments").EnumerateArray())
            .Where(static item => item.GetProperty("contentType").GetString() is CardType)
            .Select(static item => item.GetProperty("content"))];

    /// <summary>How often the question was answered.</summary>
    public static int Answers(this Person person) => person.Seen.Count(static message => message.GetRawText().Contains(Answer, StringComparison.Ordinal));

    public static string Link(JsonElement card) => card.GetProperty("buttons")[0].GetProperty("value").GetString()!;

    /// <summary>The value of the invoke with which the person's client answers a card silently.</summary>
    public static async Task<JsonObject> ExchangeOfAsync(this DemoWorld world, Person person, JsonElement card)
    {
        using var minted = await world.Http.PostAsync($"/demo/people/{person.Id}/sso-token", null);
        return new JsonObject
        {
            ["id"] = card.GetProperty("tokenExchangeResource").GetProperty("id").GetString(),
            ["connectionName"] = card.GetProperty("connectionName").GetString(),
            ["token"] = (await minted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString(),
        };
    }

    /// <summary>Brings an invoke straight to the bot.</summary>
    /// <param name="world">The world.</param>
    /// <param name="speaker">Whose client sends it.</param>
    /// <param name="name">Its name; null for none.</param>
    /// <param name="value">Its value; null for none.</param>
    /// <param name="chatOf">In whose chat; null for the speaker's own.</param>
    public static Task<(int Status, string Body)> InvokesAsync(this DemoWorld world, string speaker, string? name, JsonNode? value, string? chatOf = null) =>
        world.DeliverAsync(world.Dress(
            speaker, chatOf ?? speaker, new JsonObject { ["type"] = "invoke", ["name"] = name, ["value"] = value?.DeepClone() }).ToJsonString());

    /// <summary>Hands over a code, as the client does after its sign-in window.</summary>
    public static Task<(int Status, string Body)> VerifiesAsync(this DemoWorld world, string speaker, string code, string? chatOf = null) =>
        world.InvokesAsync(speaker, "signin/verifyState", new JsonObject { ["state"] = code }, chatOf);

    /// <summary>Signs in at a card's link.</summary>
    /// <returns>The code.</returns>
    public static async Task<string> SignsInAtAsync(this DemoWorld world, string link)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent([new("account", "")]) };
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await world.Http.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString()!;
    }
}
