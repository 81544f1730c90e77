using System.Text.RegularExpressions;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>A Temporary Access Pass instead of a password: who may give it, what it takes, and what becomes of it.</summary>
public sealed partial class PassStories
{
    [Fact]
    [Security(14)]
    [Security(29)]
    public async Task It_Takes_Number_And_Manager_And_Its_Code_Is_Seen_Once()
    {
        await using var world = await DemoWorld.StartAsync();
        var aiko = await AskAsync(world);
        await aiko.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await aiko.ReadAsync();
        Assert.Contains("Waiting for Daniel Lee's manager", aiko.Last, StringComparison.Ordinal);
        Assert.Empty(await world.PassesAsync("daniel"));

        await world.ManagerVouchesAsync();
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await aiko.ReadAsync();
        Assert.Contains("Done: a Temporary Access Pass was issued to Daniel Lee", aiko.Last, StringComparison.Ordinal);
        Assert.Equal(["POST"], await world.PassesAsync("daniel"));
        Assert.Empty(await world.ResetsAsync("daniel"));

        await aiko.ClicksAsync("reveal");
        await aiko.ReadAsync();
        var code = Code().Match(aiko.Seen[^1].GetRawText()).Groups[1].Value;
        Assert.True(code.Length >= 8, aiko.Last);
        Assert.Contains("security-info", aiko.Last, StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromMinutes(2));
        await aiko.ReadAsync();
        Assert.DoesNotContain(code, aiko.Seen[^1].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("It works once, until", aiko.Last, StringComparison.Ordinal);
        Assert.False(aiko.Sees("reveal"));

        await world.PassAsync(TimeSpan.FromHours(1));
        await aiko.OpensAgainAsync();
        Assert.Contains("The pass has ended", aiko.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Person_And_Their_Manager_Hear_Of_It_Without_The_Code()
    {
        await using var world = await DemoWorld.StartAsync();
        await IssueAsync(world);
        var (daniel, olivia) = (world.Person("daniel"), world.Person("olivia"));
        await daniel.ReadAsync();
        await olivia.ReadAsync();

        Assert.Contains("The help desk has issued a Temporary Access Pass for your account", daniel.All, StringComparison.Ordinal);
        Assert.Contains("The help desk has issued a Temporary Access Pass to Daniel Lee", olivia.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Monospace", string.Join('\n', olivia.Seen.Select(static message => message.GetRawText())), StringComparison.Ordinal);
    }

    [Fact]
    [Security(29)]
    public async Task Its_Code_Is_In_No_Row_And_No_Line()
    {
        await using var world = await DemoWorld.StartAsync();
        var aiko = await IssueAsync(world);
        await aiko.ClicksAsync("reveal");
        await aiko.ReadAsync();
        var code = Code().Match(aiko.Seen[^1].GetRawText()).Groups[1].Value;
        await world.StopBotAsync();

        Assert.NotEmpty(code);
        Assert.All(world.Written(), place => Assert.DoesNotContain(code, place.Content, StringComparison.Ordinal));
    }

    [Fact]
    [Security(35)]
    public async Task This_Was_Not_Me_Takes_The_Pass_Back_Even_After_Its_Code_Was_Read()
    {
        await using var world = await DemoWorld.StartAsync();
        var aiko = await IssueAsync(world);
        await aiko.ClicksAsync("reveal");
        await world.PassAsync(TimeSpan.FromMinutes(2));
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();

        await daniel.ClicksAsync("objectToReset");
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await aiko.ReadAsync();

        Assert.Contains("Taken back: the pass of Daniel Lee", aiko.Last, StringComparison.Ordinal);
        Assert.Equal(["POST", "DELETE"], await world.PassesAsync("daniel"));
    }

    [Fact]
    public async Task A_Code_On_The_Card_Leaves_It_When_The_Pass_Is_Taken_Back()
    {
        await using var world = await DemoWorld.StartAsync();
        var aiko = await IssueAsync(world);
        await aiko.ClicksAsync("reveal");
        await aiko.ReadAsync();
        Assert.Matches(Code(), aiko.Seen[^1].GetRawText());
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();

        await daniel.ClicksAsync("objectToReset");
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await aiko.ReadAsync();

        Assert.DoesNotMatch(Code(), aiko.Seen[^1].GetRawText());
        Assert.Contains("Taken back: the pass of Daniel Lee", aiko.Last, StringComparison.Ordinal);
        Assert.Equal(["POST", "DELETE"], await world.PassesAsync("daniel"));
    }

    [Fact]
    public async Task The_Agent_Takes_It_Back_Or_It_Goes_By_Itself_When_Nobody_Looks()
    {
        await using var world = await DemoWorld.StartAsync();
        var aiko = await IssueAsync(world);
        await aiko.ClicksAsync("withdrawPass");
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await aiko.ReadAsync();
        Assert.Contains("Taken back: the pass of Daniel Lee", aiko.Last, StringComparison.Ordinal);

        await using var other = await DemoWorld.StartAsync();
        aiko = await IssueAsync(other);
        await other.PassAsync(TimeSpan.FromMinutes(16));
        await aiko.ReadAsync();
        Assert.Contains("Taken back: the pass of Daniel Lee", aiko.Last, StringComparison.Ordinal);
        Assert.Equal(["POST", "DELETE"], await other.PassesAsync("daniel"));
    }

    [Theory]
    [InlineData("mina", "daniel", "Helpdesk Administrator does not")]
    [InlineData("ursula", "daniel", "You hold no role that gives this person")]
    [InlineData("aiko", "marie", "A guest signs in at their home organisation")]
    [InlineData("aiko", "aiko", "Nobody gives themselves")]
    [InlineData("aiko", "peter", "You hold no role that gives this person")]
    public async Task Who_May_Not_Give_One_Is_Told_Why(string agent, string subject, string because)
    {
        await using var world = await DemoWorld.StartAsync();
        var person = world.Person(agent);
        await person.SaysAsync($"issue a temporary access pass for {await AddressAsync(world, subject)}");

        Assert.Contains(because, person.Last, StringComparison.Ordinal);
        Assert.False(person.Sees("answer"));
    }

    [Fact]
    public async Task A_Reset_Offers_It_To_Whom_May_Give_It_And_Says_Why_It_Is_Better()
    {
        await using var world = await DemoWorld.StartAsync();
        var (aiko, mina) = (world.Person("aiko"), world.Person("mina"));
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        await aiko.AsksForResetAsync("reset jun@hanbit.example's password", "lost the phone and the password");
        Assert.False(mina.Sees("pass"));
        Assert.Contains("is the safer help", aiko.Last, StringComparison.Ordinal);

        await aiko.ClicksAsync("pass");
        Assert.Contains("need a Temporary Access Pass", aiko.Last, StringComparison.Ordinal);
        await aiko.SaysAsync("lost the phone and the password");
        Assert.Contains("signs them in to the cloud only", aiko.Last, StringComparison.Ordinal);
    }

    [Fact]
    [Security(23)]
    public async Task The_Same_Agent_Does_Not_Reset_The_Password_Of_Whom_They_Gave_A_Pass()
    {
        await using var world = await DemoWorld.StartAsync();
        await IssueAsync(world);

        var aiko = await world.AsksAgainAsync("aiko");
        Assert.Contains("does not change both the password and the methods of one person", aiko.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData(false, "no pass was issued", 0)]
    [InlineData(true, "Outcome unknown", 1)]
    public async Task An_Answer_That_Was_Lost_Is_Not_Asked_For_Again(bool carriedOut, string headline, int passes)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.FaultAsync(new { path = "temporaryAccessPassMethods", method = "POST", kind = carriedOut ? "lostReply" : "status", status = 502, times = 1 });
        var aiko = await IssueAsync(world);
        await world.PassAsync(TimeSpan.FromMinutes(4));
        await aiko.ReadAsync();

        Assert.Contains(headline, aiko.Last, StringComparison.Ordinal);
        Assert.Equal(passes, (await world.PassesAsync("daniel")).Count);
    }

    [Fact]
    public async Task Korean_Speakers_Get_It_In_Korean()
    {
        await using var world = await DemoWorld.StartAsync();
        var aiko = world.Person("aiko");
        aiko.Locale = "ko-KR";
        await aiko.AsksForResetAsync("daniel@hanbit.example 님한테 임시 액세스 패스 발급해줘", "휴대폰을 잃어버려서 로그인할 수 없음");

        Assert.Contains("임시 액세스 패스를 발급할까요?", aiko.Last, StringComparison.Ordinal);
        Assert.Contains("숫자 일치, 관리자(상사)의 보증", aiko.Last, StringComparison.Ordinal);
    }

    private static async Task<Person> AskAsync(DemoWorld world)
    {
        var aiko = world.Person("aiko");
        await aiko.AsksForResetAsync("issue a temporary access pass for daniel@hanbit.example", "lost the phone with the authenticator");
        Assert.Contains("Verification: number match, the manager vouches", aiko.Last, StringComparison.Ordinal);
        return aiko;
    }

    private static async Task<Person> IssueAsync(DemoWorld world)
    {
        var aiko = await AskAsync(world);
        await aiko.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await world.ManagerVouchesAsync();
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await aiko.ReadAsync();
        return aiko;
    }

    private static async Task<string> AddressAsync(DemoWorld world, string person)
    {
        var people = await world.Http.GetStringAsync("/demo/people");
        return Regex.Match(people, $"\"id\":\"{person}\".*?\"userPrincipalName\":\"([^\"]+)\"").Groups[1].Value;
    }

    [GeneratedRegex("\"text\":\"([^\" ]+)\"[^}]*\"fontType\":\"Monospace\"")]
    private static partial Regex Code();
}
