using System.Text.RegularExpressions;
using CredBot.Tests.Conformance;
using CredBot.Tests.Stories.Reset;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>After a full run nothing that was stored, logged or left standing in a chat holds a password, token or code.</summary>
public sealed partial class SecretStories
{
    private const string TypedPassword = "Sommer-2026!Regen";

    [Fact]
    [Statement(159)]
    [Security(29)]
    public async Task No_Row_Line_Or_Message_Holds_A_Secret_In_Clear()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        await mina.ConfirmsResetAsync(world);
        await mina.ClicksAsync("reveal");
        var password = Monospace().Match(mina.Seen[^1].GetRawText()).Groups["text"].Value;
        Assert.True(password.Length >= 16, mina.Last);

        var sora = world.Person("sora");
        sora.SignsInSilently = false;
        await sora.SaysAsync("how do I reset my password?");
        var code = await sora.SignsInByHandAsync();
        await sora.SaysAsync(code);
        Assert.Contains("You can reset your password yourself", sora.Last, StringComparison.Ordinal);
        await sora.SaysAsync($"my password is {TypedPassword}");

        await world.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        await mina.ReadAsync();
        await world.StopBotAsync();

        string[] secrets = [password, TypedPassword, "eyJ"];
        var places = world.Written();
        foreach (var (place, content) in places)
        {
            Assert.All(secrets, secret => Assert.False(content.Contains(secret, StringComparison.Ordinal), $"{place} holds a secret"));
            // Six digits are many things; as a word of their own they are the code.
            Assert.DoesNotMatch($@"(?<!\d){code}(?!\d)", content);
        }

        Assert.DoesNotContain(password, await mina.HistoryAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(password, await world.Http.GetStringAsync("/demo/ledger", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [GeneratedRegex("\"text\":\"(?<text>[^\"]+)\"[^}]*\"fontType\":\"Monospace\"")]
    private static partial Regex Monospace();
}
