using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>Somebody types a secret into the chat.</summary>
public sealed class TypedSecretStories
{
    [Theory]
    [InlineData("my password is Sommer-2026!Regen", "Sommer-2026!Regen")]
    [InlineData("482913", "482913")]
    [Security(5)]
    public async Task It_Is_Neither_Kept_Nor_Repeated_And_The_Person_Is_Warned(string text, string secret)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");

        await sora.SaysAsync(text);

        Assert.Contains("looks like a password or a code", sora.Last, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, sora.All, StringComparison.Ordinal);
        await world.StopBotAsync();
        Assert.DoesNotContain(StoredRows.All(world.Store), row => row.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(world.Logs.All, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    [Security(5)]
    public async Task As_The_Reason_Of_A_Reset_It_Is_No_Reason()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("reset daniel@hanbit.example's password");

        await mina.SaysAsync("his password is Sommer-2026!Regen");
        Assert.Contains("looks like a password or a code", mina.Last, StringComparison.Ordinal);
        Assert.False(mina.Sees("answer"));

        await mina.SaysAsync("forgot it over the holidays");
        Assert.True(mina.Sees("answer"));
        await world.StopBotAsync();
        Assert.DoesNotContain(StoredRows.All(world.Store), static row => row.Contains("Sommer-2026", StringComparison.Ordinal));
    }
}
