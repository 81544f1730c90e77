using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CredBot.Tests.World;

/// <summary>The person on the other end of an agent's line, who sits before their own Teams.</summary>
internal static partial class Callers
{
    /// <summary>The number on an agent's card, as it is read aloud; null where there is none.</summary>
    public static string? Number(JsonElement activity) =>
        activity.GetRawText() is var card && card.Contains("verifyStop", StringComparison.Ordinal) && Shown().Match(card) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Types the number that stands on the card into the subject's own.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> AnswerAsync(DemoWorld world, JsonElement activity)
    {
        if (Number(activity) is not { } number)
        {
            return false;
        }

        var caller = world.Person(await SubjectAsync(world, activity));
        await caller.TypesNumberAsync(number);
        return true;
    }

    /// <summary>Mina has asked for Daniel's reset, and the number stands on her card.</summary>
    public static async Task<Person> AskedForProofAsync(this DemoWorld world)
    {
        var mina = world.Person("mina");
        mina.HasTheRealCaller = false;
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        await mina.ClicksAsync("answer", "yes");
        Assert.Contains("Read this number to them", mina.Last, StringComparison.Ordinal);
        return mina;
    }

    /// <summary>An agent asks for Daniel's reset and confirms; the real Daniel types what is read to him, where a number is asked for.</summary>
    public static async Task<Person> AsksAgainAsync(this DemoWorld world, string agent)
    {
        var person = world.Person(agent);
        await person.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        person.HasTheRealCaller = agent is not "ursula";
        await person.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await person.ReadAsync();
        return person;
    }

    /// <summary>The manager of most people here answers the newest question.</summary>
    public static async Task ManagerVouchesAsync(this DemoWorld world)
    {
        var olivia = world.Person("olivia");
        await olivia.ReadAsync();
        await olivia.ClicksAsync("verifyVouch");
    }

    /// <summary>Types a number into the newest question.</summary>
    public static async Task<JsonElement> TypesNumberAsync(this Person caller, string number)
    {
        await caller.ReadAsync();
        var (message, action) = caller.Button("verifyNumber");
        return await caller.InvokeAsync(WithNumber(action, number), message.GetProperty("id").GetString());
    }

    public static JsonNode WithNumber(JsonNode action, string number)
    {
        action["data"]!["number"] = number;
        return action;
    }

    private static async Task<string> SubjectAsync(DemoWorld world, JsonElement activity)
    {
        var card = activity.GetRawText();
        var people = JsonDocument.Parse(await world.Http.GetStringAsync("/demo/people"));
        return people.RootElement.EnumerateArray()
            .First(person => card.Contains($"\"{person.GetProperty("userPrincipalName").GetString()}\"", StringComparison.Ordinal)).GetProperty("id").GetString()!;
    }

    [GeneratedRegex("\"text\":\"([0-9]{3} [0-9]{3})\"")]
    private static partial Regex Shown();
}
