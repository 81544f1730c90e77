using System.Text.RegularExpressions;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>A question that is over, and whose card still stands in the chat.</summary>
public sealed class ClosedQuestionStories
{
    [Theory]
    [InlineData("ko-KR", "취소", "끝난 질문입니다")]
    [InlineData("en-US", "cancel", "This question is closed")]
    [InlineData("en-US", "how do I change my password?", "This question is closed")]
    public async Task A_Click_On_It_Says_So_And_Takes_The_Buttons_Away(string locale, string words, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        await mina.SaysAsync(words);

        var answer = await mina.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();

        Assert.Contains(sentence, Regex.Unescape(answer.GetRawText()), StringComparison.Ordinal);
        Assert.Contains(sentence, mina.All, StringComparison.Ordinal);
        Assert.False(mina.Sees("answer"));
        Assert.Empty(await world.LedgerAsync());
    }

    /// <summary>The second click may come before the operation is stored; then it is no closed question either.</summary>
    [Fact]
    public async Task Of_Two_Clicks_At_Once_Neither_Is_Told_That_The_Question_Is_Closed()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        var (message, yes) = mina.Button("answer", "yes");

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => mina.InvokeAsync(yes, message.GetProperty("id").GetString())));
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();

        Assert.All(answers, static answer => Assert.DoesNotContain("closed", answer.GetRawText(), StringComparison.Ordinal));
        Assert.Contains("Done: Daniel Lee's password was reset", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    /// <summary>The words for a question of this chat are no way to learn about others.</summary>
    [Fact]
    public async Task A_Click_That_Was_Carried_Into_Another_Chat_Is_Not_Told()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        var carried = mina.Button("answer", "yes").Action;
        await mina.SaysAsync("cancel");
        var sora = world.Person("sora");
        await sora.SaysAsync("hello");

        var answer = await sora.InvokeAsync(carried);

        Assert.Contains("Only the person who asked can use this card", answer.GetRawText(), StringComparison.Ordinal);
        await mina.ReadAsync();
        Assert.True(mina.Sees("answer"));
    }
}
