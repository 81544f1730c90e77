using CredBot.Dialogs.Root;
using CredBot.Tests.Stories.Reset;

namespace CredBot.Tests.Dialogs.Root;

/// <summary>What gives a secret away, and what only speaks of one.</summary>
public sealed class SecretWordsTests
{
    [Theory]
    [InlineData("my password is Sommer-2026!Regen")]
    [InlineData("password: hunter2hunter2")]
    [InlineData("pw? my Passwort ist geheim#123")]
    [InlineData("비밀번호는 qwer1234!")]
    [InlineData("암호: Abcd-1234")]
    [InlineData("482913")]
    [InlineData("482 913")]
    [InlineData("12345678")]
    [Security(5)]
    public void A_Secret_Is_Told(string text) => Assert.True(SecretWords.Stand(text));

    [Theory]
    [InlineData("how do I reset my password?")]
    [InlineData("my password is expired")]
    [InlineData("reset daniel@hanbit.example's password")]
    [InlineData("forgot the password over the holidays, checked by phone")]
    [InlineData("비밀번호 재설정 어떻게 해요?")]
    [InlineData("비밀번호 변경 에러")]
    [InlineData("50053")]
    [InlineData("AADSTS50053")]
    [InlineData("1")]
    [InlineData("password writeback is off")]
    [Security(5)]
    public void A_Question_Is_None(string text) => Assert.False(SecretWords.Stand(text));
}
