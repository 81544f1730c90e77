using System.Text.RegularExpressions;
using CredBot.Tests.Stories.Reset;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>«Is this person really from IT?»: the real colleague is asked in their own Teams, and both see the same words.</summary>
public sealed partial class AgentCheckStories
{
    [Fact]
    [Security(44)]
    public async Task Both_See_The_Same_Words_Once_And_The_Caller_Who_Knows_Them_Is_Genuine()
    {
        await using var world = await DemoWorld.StartAsync();
        var (sora, mina) = (world.Person("sora"), world.Person("mina"));
        await sora.SaysAsync("is mina@hanbit.example really from the helpdesk?");
        Assert.Contains("Checking: 이미나 (Lee Mina) is being asked", sora.Last, StringComparison.Ordinal);
        Assert.Empty(Words().Matches(Raw(sora)));

        await mina.ReadAsync();
        Assert.Contains("Are you talking with", mina.All, StringComparison.Ordinal);
        await mina.ClicksAsync("agentHere");
        await world.PassAsync(TimeSpan.FromSeconds(4));
        await mina.ReadAsync();
        await sora.ReadAsync();
        var said = Words().Match(Raw(mina)).Groups[1].Value;
        Assert.NotEmpty(said);
        Assert.Equal(said, Words().Match(Raw(sora)).Groups[1].Value);
        Assert.Contains("Never say them first", sora.Last, StringComparison.Ordinal);

        await sora.ClicksAsync("wordMatches");
        await world.PassAsync(TimeSpan.FromSeconds(2));
        await sora.ReadAsync();
        await mina.ReadAsync();
        Assert.Contains("Confirmed: this is", sora.Last, StringComparison.Ordinal);
        Assert.Contains("has confirmed that it is you", mina.All, StringComparison.Ordinal);
        Assert.DoesNotContain(said, Raw(sora) + Raw(mina), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agentNotMe")]
    [InlineData("wordDiffers")]
    [Security(44)]
    public async Task An_Impostor_Is_Told_From_The_Real_One_And_Who_Is_On_Call_Hears_Of_It(string verb)
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:OnCall:0={DemoWorld.IdOf("grace")}");
        var (sora, mina, grace) = (world.Person("sora"), world.Person("mina"), world.Person("grace"));
        await sora.SaysAsync("somebody called and says she is mina@hanbit.example from IT, is that legit?");
        await mina.ReadAsync();
        if (verb is "wordDiffers")
        {
            await mina.ClicksAsync("agentHere");
            await world.PassAsync(TimeSpan.FromSeconds(4));
        }

        var answer = await (verb is "wordDiffers" ? sora : mina).ClicksAsync(verb);
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await sora.ReadAsync();
        await grace.ReadAsync();

        Assert.Contains("people on call are told", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Impostor: this is not", sora.Last, StringComparison.Ordinal);
        Assert.Contains("Hang up, and call your help desk on a number you already know", sora.Last, StringComparison.Ordinal);
        Assert.Contains("Alarm: somebody posed as a colleague of the help desk", grace.All, StringComparison.Ordinal);
    }

    [Fact]
    [Security(44)]
    public async Task Silence_Is_No_Confirmation_And_The_Words_Leave_Both_Cards()
    {
        await using var world = await DemoWorld.StartAsync();
        var (sora, mina) = (world.Person("sora"), world.Person("mina"));
        await sora.SaysAsync("is mina@hanbit.example really from the helpdesk?");
        await mina.ReadAsync();
        await mina.ClicksAsync("agentHere");
        await world.PassAsync(TimeSpan.FromSeconds(4));
        await world.PassAsync(TimeSpan.FromMinutes(7));
        await sora.ReadAsync();
        await mina.ReadAsync();

        Assert.Contains("Not confirmed: nobody answered", sora.Last, StringComparison.Ordinal);
        Assert.Empty(Words().Matches(Raw(sora) + Raw(mina)));
    }

    [Theory]
    [InlineData("marie@partner.example", "is a guest here")]
    [InlineData("sora@hanbit.example", "That is you")]
    [InlineData("tom@hanbit.example", "account is switched off")]
    public async Task Whom_Nobody_Of_The_Help_Desk_Can_Be_Is_Said_At_Once(string address, string because)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.SaysAsync($"is {address} really from the helpdesk?");

        Assert.Contains(because, sora.All, StringComparison.Ordinal);
        Assert.False(sora.Sees("stopAgentCheck"));
    }

    [Fact]
    public async Task Nobody_Else_Answers_For_Either_Side()
    {
        await using var world = await DemoWorld.StartAsync();
        var (sora, mina, peter) = (world.Person("sora"), world.Person("mina"), world.Person("peter"));
        await sora.SaysAsync("is mina@hanbit.example really from the helpdesk?");
        await mina.ReadAsync();

        var forged = await peter.InvokeAsync(mina.Button("agentHere").Action);
        await sora.InvokeAsync(mina.Button("agentHere").Action);
        await world.PassAsync(TimeSpan.FromSeconds(4));
        await sora.ReadAsync();

        Assert.Contains("Only the person who was asked", forged.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("is being asked", sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Korean_Whoever_Is_Not_Named_Is_Asked_For()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        sora.Locale = "ko-KR";
        await sora.SaysAsync("지금 헬프데스크라고 전화한 사람이 진짜 직원인지 확인해 주세요");
        Assert.Contains("누구라고 했나요?", sora.Last, StringComparison.Ordinal);

        await sora.SaysAsync("mina@hanbit.example");
        Assert.Contains("님에게 묻고 있습니다", sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    [Security(44)]
    public async Task The_Words_Are_In_No_Row_And_No_Line()
    {
        await using var world = await DemoWorld.StartAsync();
        var (sora, mina) = (world.Person("sora"), world.Person("mina"));
        await sora.SaysAsync("is mina@hanbit.example really from the helpdesk?");
        await mina.ReadAsync();
        await mina.ClicksAsync("agentHere");
        await world.PassAsync(TimeSpan.FromSeconds(4));
        await sora.ReadAsync();
        var said = Words().Match(Raw(sora)).Groups[1].Value;

        Assert.NotEmpty(said);
        await world.StopBotAsync();

        Assert.All(world.Written(), place => Assert.DoesNotContain(said, place.Content, StringComparison.Ordinal));
    }

    private static string Raw(Person person) => string.Join('\n', person.Seen.Select(static message => message.GetRawText()));

    [GeneratedRegex("\"text\":\"([a-z]+ [a-z]+)\"[^}]*\"fontType\":\"Monospace\"")]
    private static partial Regex Words();
}
