using CredBot.Knowledge;

namespace CredBot.Tests.Knowledge;

public sealed class Recognising
{
    private static readonly Recogniser Recogniser = new();

    [Theory]
    [InlineData("how do I reset my password", Intents.ResetMyPassword)]
    [InlineData("비밀번호 재설정 어떻게 해요?", Intents.ResetMyPassword)]
    [InlineData("비번 까먹음", Intents.ResetMyPassword)]
    [InlineData("reset Daniel Lee's password", Intents.HelpdeskReset)]
    [InlineData("이미나 비밀번호 초기화해줘", Intents.HelpdeskReset)]
    [InlineData("김소라 님 비밀번호 재설정해 주세요", Intents.HelpdeskReset)]
    [InlineData("may I reset Paul Smith's password?", Intents.CheckPermissions)]
    [InlineData("can I reset paul's password", Intents.CheckPermissions)]
    [InlineData("박준 비밀번호 제가 재설정할 수 있나요", Intents.CheckPermissions)]
    [InlineData("why is the reset button grey for Daniel Lee", Intents.WhyResetGreyedForUser)]
    [InlineData("why can't I reset Marie Dubois", Intents.WhyResetGreyedForUser)]
    [InlineData("한혜진은 왜 재설정이 안 돼?", Intents.WhyResetGreyedForUser)]
    [InlineData("박도윤 님한테 임시 액세스 패스 발급해줘", Intents.HelpdeskTap)]
    [InlineData("unlock tom becker please", Intents.HelpdeskUnlock)]
    [InlineData("my account is locked", Intents.AccountLocked)]
    [InlineData("change my password", Intents.ChangeMyPassword)]
    [InlineData("비밀번호 변경하고 싶어요", Intents.ChangeMyPassword)]
    [InlineData("how do users reset their password?", Intents.FaqUserReset)]
    [InlineData("how do I reset a user's password", Intents.FaqAdminResetSteps)]
    [InlineData("help", Intents.Help)]
    [InlineData("도움말", Intents.Help)]
    [InlineData("cancel", Intents.Cancel)]
    [InlineData("취소", Intents.Cancel)]
    [InlineData("sign out", Intents.SignOut)]
    [InlineData("로그아웃", Intents.SignOut)]
    [InlineData("hi", Intents.Greet)]
    [InlineData("안녕하세요", Intents.Greet)]
    [InlineData("thanks", Intents.Thanks)]
    [InlineData("고마워", Intents.Thanks)]
    public void A_Plain_Sentence_Is_Understood_At_Once(string text, string intent)
    {
        var recognition = Recogniser.Recognise(text, null);

        Assert.Equal((intent, Confidence.Sure), (recognition.Intent, recognition.Confidence));
    }

    [Theory]
    [InlineData("what's the wifi password")]
    [InlineData("넷플릭스 비밀번호 까먹음")]
    [InlineData("my sap account is locked")]
    [InlineData("운전면허 갱신 방법")]
    [InlineData("Daniel Lee")]
    [InlineData("daniel.lee2@hanbit.example")]
    [InlineData("ok")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🙂")]
    public void What_Is_Not_Ours_Is_Not_Acted_On(string text)
    {
        var recognition = Recogniser.Recognise(text, null);

        Assert.Equal(Intents.OutOfScope, recognition.Intent);
        Assert.NotEqual(Confidence.Sure, recognition.Confidence);
    }

    [Theory]
    [InlineData("reset my password")]
    [InlineData("what is for lunch")]
    public void The_Three_Nearest_Are_In_Scope_And_The_Score_Is_The_Best_Ones(string text)
    {
        var recognition = Recogniser.Recognise(text, null);

        Assert.Equal(3, recognition.Top.Count);
        Assert.DoesNotContain(recognition.Top, score => score.Intent is Intents.OutOfScope);
        Assert.Equal(recognition.Top.OrderByDescending(score => score.Score), recognition.Top);
        Assert.Equal(recognition.Top[0].Score, recognition.Score);
        Assert.InRange(recognition.Score, 0, 1);
    }

    [Theory]
    [InlineData(1, Confidence.Sure)]
    [InlineData(Recogniser.SureFrom, Confidence.Sure)]
    [InlineData(Recogniser.SureFrom - 0.001, Confidence.Unsure)]
    [InlineData(Recogniser.UnsureFrom, Confidence.Unsure)]
    [InlineData(Recogniser.UnsureFrom - 0.001, Confidence.None)]
    [InlineData(0, Confidence.None)]
    public void Two_Thresholds_Part_Acting_Asking_And_Declining(double score, Confidence confidence) =>
        Assert.Equal(confidence, Recogniser.ConfidenceOf(score));

    [Fact]
    public void Two_Recognisers_Say_The_Same()
    {
        var (one, other) = (Recogniser.Recognise("비번 초기화 좀", "ko-KR"), new Recogniser().Recognise("비번 초기화 좀", "ko-KR"));

        Assert.Equal(one.Top, other.Top);
    }

    [Theory]
    [InlineData("please reset my password 비밀번호 재설정 ", 2000)]
    [InlineData("a", 100_000)]
    [InlineData("가", 100_000)]
    [InlineData("Aa ", 30_000)]
    [InlineData("🙂", 30_000)]
    [InlineData("(((", 30_000)]
    [InlineData("a.", 30_000)]
    public void An_Endless_Message_Is_Read_From_Its_Beginning(string part, int times) =>
        Assert.Equal(3, Recogniser.Recognise(string.Concat(Enumerable.Repeat(part, times)), null).Top.Count);

    [Fact]
    public void Half_A_Surrogate_Pair_Does_Not_Throw()
    {
        var broken = $"reset {(char)0xd83d} my password {(char)0xdc00}";

        Assert.Equal(Intents.ResetMyPassword, Recogniser.Recognise(broken, null).Top[0].Intent);
        Assert.Equal("en", Languages.LanguageOf(broken, null));
    }
}
