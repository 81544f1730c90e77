using CredBot.Knowledge;

namespace CredBot.Tests.Knowledge;

public sealed class LanguagesOfMessages
{
    [Theory]
    [InlineData("비밀번호 까먹음", "en-US", "ko")]
    [InlineData("MFA 재설정 해주세요", null, "ko")]
    [InlineData("パスワードを忘れました", "en-US", "ja")]
    [InlineData("我忘记密码了", null, "zh-Hans")]
    [InlineData("解除", "ja-JP", "ja")]
    [InlineData("how do I reset my password", "ko-KR", "en")]
    [InlineData("reset my password", "ko-KR", "en")]
    [InlineData("wie kann ich mein Passwort ändern", null, "de")]
    public void The_Script_And_The_Little_Words_Decide_First(string text, string? locale, string language) =>
        Assert.Equal(language, Languages.LanguageOf(text, locale));

    [Theory]
    [InlineData("ok", "ko-KR", "ko")]
    [InlineData("Daniel Lee", "ko-KR", "ko")]
    [InlineData("daniel.lee2@hanbit.example", "de-DE", "de")]
    [InlineData("TAP", "pt-BR", "pt-BR")]
    [InlineData("", "ja", "ja")]
    public void A_Short_Latin_Answer_Keeps_The_Locale(string text, string locale, string language) =>
        Assert.Equal(language, Languages.LanguageOf(text, locale));

    [Theory]
    [InlineData(null)]
    [InlineData("sv-SE")]
    [InlineData("")]
    public void English_Is_Left_Where_Nothing_Tells(string? locale) =>
        Assert.Equal("en", Languages.LanguageOf("ok", locale));

    [Fact]
    public void A_Korean_Name_Does_Not_Make_An_English_Sentence_Korean() =>
        Assert.Equal("en", Languages.LanguageOf("please reset the password of 김소라", null));
}
