using System.Text.RegularExpressions;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>Dialogs that are interrupted, given up, or left behind by another build, seen from the chat.</summary>
public sealed partial class DialogStories
{
    [Theory]
    [InlineData("ko-KR", "비밀번호 재설정해 주세요: daniel@hanbit.example", "??", "헬프데스크 책임자나 관리자")]
    [InlineData("en-US", "reset daniel@hanbit.example's password", ".", "help desk lead or an administrator")]
    [Statement(147)]
    public async Task After_Three_Reasons_That_Are_None_A_Human_Is_Named(string locale, string request, string words, string human)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        mina.Locale = locale;
        await mina.SaysAsync(request);

        await SaysAsync(mina, words, 2);
        Assert.DoesNotContain(human, mina.All, StringComparison.Ordinal);
        await mina.SaysAsync(words);

        Assert.Contains(human, mina.Last, StringComparison.Ordinal);
        await NothingWaitsAsync(mina);
    }

    [Theory]
    [InlineData("ko-KR", "글쎄 잘 모르겠네", "헬프데스크 책임자나 관리자")]
    [InlineData("en-US", "well, who knows", "help desk lead or an administrator")]
    [Statement(147)]
    public async Task After_Three_Answers_That_Are_Neither_Yes_Nor_No_A_Human_Is_Named(string locale, string words, string human)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);

        await SaysAsync(mina, words, 3);

        Assert.Contains(human, mina.Last, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
        await NothingWaitsAsync(mina);
    }

    [Theory]
    [InlineData("ko-KR", "😀", "관리자에게 문의")]
    [InlineData("en-US", "😀", "ask an administrator")]
    [Statement(147)]
    public async Task After_Three_Names_That_Fit_Nobody_A_Human_Is_Named(string locale, string words, string human)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        mina.Locale = locale;
        await mina.SaysAsync(locale is "ko-KR" ? "도움말" : "help");
        await mina.ClicksAsync("ask", "helpdesk-reset");

        await SaysAsync(mina, words, 3);

        Assert.Contains(human, mina.Last, StringComparison.Ordinal);
        await NothingWaitsAsync(mina);
    }

    [Fact]
    [Statement(147)]
    public async Task After_Three_Words_That_Are_No_Choice_A_Human_Is_Named()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("Reset Daniel Lee's password");

        await SaysAsync(mina, "the tall one", 3);

        Assert.Contains("ask an administrator", mina.Last, StringComparison.Ordinal);
        await NothingWaitsAsync(mina);
    }

    [Theory]
    [InlineData("ko-KR", "비밀번호 재설정 어떻게 해요?", "조직의 헬프데스크")]
    [InlineData("en-US", "how do I reset my password?", "contact your organisation's help desk")]
    [Statement(147)]
    public async Task After_Five_Wrong_Codes_A_Human_Is_Named(string locale, string question, string human)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        (sora.Locale, sora.SignsInSilently) = (locale, false);
        await sora.SaysAsync(question);

        await SaysAsync(sora, "000000", 5);

        Assert.Contains(human, sora.All, StringComparison.Ordinal);
        await NothingWaitsAsync(sora);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("도움말")]
    [Statement(149)]
    public async Task Help_Is_Followed_By_The_Question_That_Waits(string help)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("reset daniel@hanbit.example's password");
        var question = mina.Last;
        await mina.SaysAsync(help);

        Assert.Contains("CredBot", Shown(mina, 2), StringComparison.Ordinal);
        Assert.Equal(question, mina.Last);

        await mina.SaysAsync("forgot it over the holidays");
        var card = mina.Last;
        await mina.SaysAsync(help);
        Assert.Equal(card, mina.Last);
        Assert.Equal(mina.Seen[^1].GetProperty("id").GetString(), mina.Button("answer", "yes").Message.GetProperty("id").GetString());
    }

    [Fact]
    [Statement(154)]
    public async Task A_Dialog_This_Build_Does_Not_Have_Is_Told_Once_And_Forgotten()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await ReasonAskedAsync(world);

        await RewriteAsync(world, static text => text.Replace("\"id\":\"helpdeskReset\"", "\"id\":\"helpdeskResetOfOld\"", StringComparison.Ordinal));
        await ToldOnceAsync(world, mina);
    }

    [Theory]
    [InlineData("\"step\":\"AskReason\"", "\"step\":\"AskPrice\"")]
    [InlineData("\"synced\":false", "\"synced\":\"no\"")]
    [InlineData("\"attempt\":0", "\"attempt\":\"none\"")]
    [InlineData("\"version\":1", "\"version\":0")]
    [Statement(155)]
    public async Task What_Another_Version_Of_A_Dialog_Left_Is_Told_Once_And_Never_Gone_On_With(string written, string older)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await ReasonAskedAsync(world);

        await RewriteAsync(world, text => text.Replace(written, older, StringComparison.Ordinal));
        await ToldOnceAsync(world, mina);
    }

    [Fact]
    [Statement(155)]
    public async Task A_Document_From_Before_There_Were_Versions_Goes_On()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await ReasonAskedAsync(world);

        await RewriteAsync(world, static text => Version().Replace(text, ""));
        await mina.SaysAsync("forgot it over the holidays");

        Assert.True(mina.Sees("answer"), mina.All);
    }

    [Fact]
    [Statement(160)]
    public async Task A_Conversation_Whose_Document_Names_A_Type_Is_Not_Gone_On_With()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await ReasonAskedAsync(world);
        var seen = mina.Seen.Count;
        await RewriteAsync(world, static text => text.Replace("\"subjectName\":", "\"$type\":\"System.IO.FileInfo, System\",\"subjectName\":", StringComparison.Ordinal));
        var before = StoredRows.Documents(world.Store, "conversation").Single().Value;

        var (status, _) = await world.DeliverAsync(world.Dress("mina", "mina", new() { ["type"] = "message", ["text"] = "because" }).ToJsonString());

        Assert.Equal(503, status);
        Assert.Equal(before, StoredRows.Documents(world.Store, "conversation").Single().Value);
        await mina.ReadAsync();
        Assert.Equal(seen, mina.Seen.Count);
    }

    private static async Task<Person> ReasonAskedAsync(DemoWorld world)
    {
        var mina = world.Person("mina");
        await mina.SaysAsync("reset daniel@hanbit.example's password");
        Assert.Contains("Why is", mina.Last, StringComparison.Ordinal);
        return mina;
    }

    private static async Task RewriteAsync(DemoWorld world, Func<string, string> change)
    {
        await world.StopBotAsync();
        StoredRows.Rewrite(world.Store, text =>
        {
            var changed = change(text);
            Assert.NotEqual(text, changed);
            return changed;
        });
        await world.StartBotAsync();
    }

    private static async Task ToldOnceAsync(DemoWorld world, Person person)
    {
        var before = person.Seen.Count;
        await person.SaysAsync("forgot it over the holidays");
        Assert.Equal(before + 1, person.Seen.Count);
        Assert.Contains("I was updated in the meantime", person.Last, StringComparison.Ordinal);

        await person.SaysAsync("cancel");
        Assert.Contains("nothing under way", person.Last, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Logs.All, static line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Empty(await world.LedgerAsync());
    }

    private static async Task SaysAsync(Person person, string words, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await person.SaysAsync(words);
        }
    }

    private static async Task NothingWaitsAsync(Person person)
    {
        await person.SaysAsync(person.Locale is "ko-KR" ? "취소" : "cancel");
        Assert.Contains(person.Locale is "ko-KR" ? "진행 중인 것이 없습니다" : "nothing under way", person.Last, StringComparison.Ordinal);
    }

    private static string Shown(Person person, int fromTheEnd) => person.Seen[^fromTheEnd].GetRawText();

    [GeneratedRegex(",\"version\":1(?=})")]
    private static partial Regex Version();
}
