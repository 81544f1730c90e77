using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>A sign-in that does not go the way it should: a clear sentence, in Korean and in English, and nobody's rights lent.</summary>
public sealed class SignInStories
{
    [Theory]
    [InlineData("ko-KR", "비밀번호 재설정 어떻게 해요?", "먼저 위의 로그인 버튼으로")]
    [InlineData("en-US", "how do I reset my password?", "Please sign in first")]
    public async Task Without_A_Sign_In_The_Button_Is_Offered_And_Other_Words_Are_Answered(string locale, string question, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        (sora.Locale, sora.SignsInSilently) = (locale, false);
        await sora.SaysAsync(question);
        Assert.Contains("application/vnd.microsoft.card.oauth", sora.Seen[^1].GetRawText(), StringComparison.Ordinal);

        await sora.SaysAsync(locale is "ko-KR" ? "음 잠깐만요" : "hold on a second");

        Assert.Contains(sentence, sora.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko-KR", "daniel@hanbit.example 비밀번호 재설정해 주세요", "이 채팅의 계정과 다릅니다")]
    [InlineData("en-US", "reset daniel@hanbit.example's password", "is not the one of this chat")]
    public async Task Signing_In_With_Another_Account_Lends_Nobody_Its_Rights(string locale, string text, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        (sora.Locale, sora.SignsInSilently) = (locale, false);
        await sora.SaysAsync(text);

        await sora.SaysAsync(await sora.SignsInByHandAsync("grace"));

        Assert.Contains(sentence, sora.Last, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
    }

    [Theory]
    [InlineData("ko-KR", "비밀번호 재설정 어떻게 해요?", "코드가 맞지 않거나")]
    [InlineData("en-US", "how do I reset my password?", "That code is wrong")]
    [Statement(108)]
    public async Task A_Wrong_Code_Is_Said_And_Five_Of_Them_End_It(string locale, string question, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        (sora.Locale, sora.SignsInSilently) = (locale, false);
        await sora.SaysAsync(question);

        await sora.SaysAsync("000000");
        Assert.Contains(sentence, sora.Last, StringComparison.Ordinal);
        for (var wrong = 1; wrong < 5; wrong++)
        {
            await sora.SaysAsync($"00000{wrong}");
        }

        Assert.Contains(locale is "ko-KR" ? "코드가 다섯 번 맞지 않아" : "Five codes were wrong", sora.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko-KR", "비밀번호 재설정 어떻게 해요?", "로그인하지 않으셔서")]
    [InlineData("en-US", "how do I reset my password?", "You did not sign in")]
    public async Task Refused_Consent_Ends_It_With_A_Sentence(string locale, string question, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.FaultAsync(new { path = "usertoken/exchange", kind = "consent" });
        var sora = world.Person("sora");
        (sora.Locale, sora.SignsInSilently) = (locale, false);
        await sora.SaysAsync(question);

        await sora.PostAsync(new JsonObject { ["type"] = "invoke", ["name"] = "signin/verifyState", ["value"] = new JsonObject { ["state"] = "CancelledByUser" } });
        await sora.ReadAsync();

        Assert.Contains(sentence, sora.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko-KR", "로그인이 만료되었습니다")]
    [InlineData("en-US", "Your sign-in has ended")]
    public async Task A_Token_That_Expires_In_Mid_Dialog_Is_Said_And_Nothing_Is_Changed(string locale, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        await world.FaultAsync(new { path = "/demo/graph/", kind = "expiredToken" });

        await mina.ConfirmsResetAsync(world);

        Assert.Contains(sentence, mina.Last, StringComparison.Ordinal);
        Assert.Contains(locale is "ko-KR" ? "아무것도 변경되지 않았습니다" : "Nothing was changed", mina.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("ko-KR", "로그아웃", "로그아웃했습니다")]
    [InlineData("en-US", "sign out", "You are signed out")]
    [Statement(110)]
    public async Task Signing_Out_Makes_The_Next_Question_Sign_In_Again(string locale, string words, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        sora.Locale = locale;
        var question = locale is "ko-KR" ? "비밀번호 재설정 어떻게 해요?" : "how do I reset my password?";
        await sora.SaysAsync(question);

        await sora.SaysAsync(words);
        Assert.Contains(sentence, sora.Last, StringComparison.Ordinal);

        sora.SignsInSilently = false;
        await sora.SaysAsync(question);
        Assert.Contains("application/vnd.microsoft.card.oauth", sora.Seen[^1].GetRawText(), StringComparison.Ordinal);
    }
}
