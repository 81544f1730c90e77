using CredBot.Knowledge;

namespace CredBot.Tests.Knowledge;

public sealed class SlotsOfMessages
{
    private static readonly Recogniser Recogniser = new();

    [Theory]
    [InlineData("reset Daniel Lee's password", "Daniel Lee")]
    [InlineData("can I reset paul's password", "paul")]
    [InlineData("reset pauls password", "paul")]
    [InlineData("unlock tom becker please", "tom becker")]
    [InlineData("paul smith forgot his password", "paul smith")]
    [InlineData("password reset for user sofia", "sofia")]
    [InlineData("give sofia a tap", "sofia")]
    [InlineData("Jean-Luc O'Brien is locked out", "Jean-Luc O'Brien")]
    [InlineData("reset \"Kim Sora\" password", "Kim Sora")]
    [InlineData("reset password for my colleague (Marie Dubois)", "Marie Dubois")]
    [InlineData("reset 김소라's password", "김소라")]
    [InlineData("박도윤 님한테 임시 액세스 패스 발급해줘", "박도윤")]
    [InlineData("김소라 과장님 비번 초기화요", "김소라")]
    [InlineData("박준 비밀번호 제가 재설정할 수 있나요", "박준")]
    [InlineData("남궁민수 님 잠금 해제", "남궁민수")]
    [InlineData("최유나씨 계정 잠겼대요", "최유나")]
    [InlineData("한혜진은 왜 재설정이 안 돼?", "한혜진")]
    [InlineData("Daniel Lee 비밀번호 초기화", "Daniel Lee")]
    [InlineData("how do I reset my password", null)]
    [InlineData("how do I reset a user's password", null)]
    [InlineData("reset users passwords", null)]
    [InlineData("reset the password for my colleague", null)]
    [InlineData("임시 비밀번호 발급 방법", null)]
    [InlineData("노트북 비밀번호 까먹음", null)]
    [InlineData("암호를 변경하는 방법", null)]
    [InlineData("what secrets does Payroll Sync have", null)]
    public void A_Person_Is_Named_Without_Title_Particle_Or_Honorific(string text, string? user) =>
        Assert.Equal(user, Recogniser.Recognise(text, null).Slots.User);

    [Theory]
    [InlineData("reset the password of daniel.lee2@hanbit.example", "daniel.lee2@hanbit.example")]
    [InlineData("daniel.lee2@hanbit.example", "daniel.lee2@hanbit.example")]
    [InlineData("marie_partner.example#EXT#@hanbit.example 비번 초기화", "marie_partner.example#EXT#@hanbit.example")]
    [InlineData("unlock user jdoe1", "jdoe1")]
    [InlineData(@"reset HANBIT\sora", @"HANBIT\sora")]
    [InlineData("what is the client_id in the token request", null)]
    public void An_Address_Or_Alias_Is_Taken_As_Written(string text, string? upn) =>
        Assert.Equal(upn, Recogniser.Recognise(text, null).Slots.Upn);

    [Theory]
    [InlineData("show secrets of Payroll Sync", "Payroll Sync")]
    [InlineData("rotate payroll secret", "payroll")]
    [InlineData("which secrets does the reporting-job app have", "reporting-job")]
    [InlineData("급여연동 앱 시크릿 2주짜리로 새로 만들어줘", "급여연동")]
    [InlineData("hr-portal 시크릿 삭제", "hr-portal")]
    [InlineData("which app secrets expire soon", null)]
    [InlineData("만료된 시크릿 보여줘", null)]
    [InlineData("how are application secrets managed", null)]
    public void An_App_Is_Named_By_The_Words_Beside_It(string text, string? app) =>
        Assert.Equal(app, Recogniser.Recognise(text, null).Slots.App);

    [Fact]
    public void A_Client_Id_Is_No_Name()
    {
        var slots = Recogniser.Recognise("rotate the secret of app 6f1f4d3c-2a8e-4c57-9b61-0d5a3a7e9c12 for 90 days", null).Slots;

        Assert.Equal(("6f1f4d3c-2a8e-4c57-9b61-0d5a3a7e9c12", null, 90), (slots.AppId, slots.App, slots.Days));
    }

    /// <summary>A week is 7, a month 30, a year 365.</summary>
    [Theory]
    [InlineData("which secrets expire in the next 30 days", 30)]
    [InlineData("which secrets expire within two weeks", 14)]
    [InlineData("secrets expiring this month", 30)]
    [InlineData("new secret for hr-portal valid for a year", 365)]
    [InlineData("한 달 안에 만료되는 시크릿 있어?", 30)]
    [InlineData("일주일 안에 끝나는 인증서", 7)]
    [InlineData("급여연동 시크릿 3개월 연장", 90)]
    [InlineData("2 weeks", 14)]
    [InlineData("we rotate secrets every 90 days", null)]
    [InlineData("시크릿을 90일마다 교체해요", null)]
    [InlineData("have a good day", null)]
    [InlineData("좋은 하루입니다", null)]
    public void A_Period_Is_Counted_In_Days_Unless_It_Recurs(string text, int? days) =>
        Assert.Equal(days, Recogniser.Recognise(text, null).Slots.Days);
}
