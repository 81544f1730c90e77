using CredBot.Engine.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Engine.Hosting;

public sealed class SecretSealTests : IAsyncLifetime
{
    private readonly Folder folder = new();
    private LoopbackChannel channel = null!;
    private EngineHost host = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await LoopbackChannel.StartAsync();
        host = await EngineHost.StartAsync(folder.Path, channel, new ScriptedBot());
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void A_Seal_Opens_For_Its_Purpose_Only()
    {
        var seals = host.Services.GetRequiredService<ISecretSeal>();

        var seal = seals.Seal("op1", "사과");

        Assert.DoesNotContain("사과", seal, StringComparison.Ordinal);
        Assert.Equal("사과", seals.Open("op1", seal));
        Assert.Null(seals.Open("op2", seal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense!")]
    [InlineData("CfDJ8AAAA")]
    public void What_Is_No_Seal_Does_Not_Open(string seal) => Assert.Null(host.Services.GetRequiredService<ISecretSeal>().Open("op1", seal));

    [Fact]
    public async Task A_Seal_Opens_After_A_New_Start_And_Not_Without_The_Key_Ring()
    {
        var seal = host.Services.GetRequiredService<ISecretSeal>().Seal("op1", "사과");
        await host.StopAsync();
        using (var image = folder.Image())
        await using (var next = await EngineHost.StartAsync(image.Path, channel, new ScriptedBot()))
        {
            Assert.Equal("사과", next.Services.GetRequiredService<ISecretSeal>().Open("op1", seal));
        }

        using var bare = folder.Image();
        Directory.Delete(Path.Combine(bare.Path, "keys"), recursive: true);
        await using var without = await EngineHost.StartAsync(bare.Path, channel, new ScriptedBot());
        Assert.Null(without.Services.GetRequiredService<ISecretSeal>().Open("op1", seal));
    }

    [Fact]
    public void Keys_And_Database_Are_For_The_Bots_Own_Account()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        host.Services.GetRequiredService<ISecretSeal>().Seal("op1", "x");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(folder.Path, "keys")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "credbot.db")));
    }
}
