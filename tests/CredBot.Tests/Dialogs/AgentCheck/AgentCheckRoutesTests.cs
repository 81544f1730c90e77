using CredBot.Dialogs.AgentCheck;

namespace CredBot.Tests.Dialogs.AgentCheck;

public sealed class AgentCheckRoutesTests
{
    [Theory]
    [InlineData("is this person really from IT?")]
    [InlineData("Someone called and says he's from the help desk. Is that legit?")]
    [InlineData("is Mina Lee actually from it")]
    [InlineData("a man from the IT department wants my code, is he genuine")]
    [InlineData("is the IT guy who called me a scammer?")]
    [InlineData("does mina@hanbit.example really work in IT")]
    [InlineData("이 사람이 진짜 IT팀인가요?")]
    [InlineData("헬프데스크라고 전화가 왔는데 진짜예요?")]
    [InlineData("헬프데스크 직원이 맞나요")]
    [InlineData("이미나 씨가 전산팀 사람이 맞는지 확인해 주세요")]
    [InlineData("IT팀 사칭 같아요")]
    public void Whoever_Doubts_A_Caller_Is_Understood(string words) => Assert.True(Matches(words));

    [Theory]
    [InlineData("is it really necessary to change my password")]
    [InlineData("reset Daniel's password")]
    [InlineData("why is the reset button really grey for the helpdesk")]
    [InlineData("who in IT may reset this user")]
    [InlineData("can the help desk reset my password")]
    [InlineData("헬프데스크에서 비밀번호 초기화하려면 어떻게 해요?")]
    [InlineData("헬프데스크 연결해 주세요")]
    [InlineData("IT팀 재설정 버튼이 비활성인데 정말 왜 그래요")]
    [InlineData("진짜 비밀번호가 생각이 안 나요")]
    public void Another_Question_Is_Another_Question(string words) => Assert.False(Matches(words));

    private static bool Matches(string words) => AgentCheckRoutes.Spoken.Any(route => route.Words.IsMatch(words));
}
