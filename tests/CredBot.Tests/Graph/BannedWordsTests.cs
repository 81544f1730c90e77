using CredBot.Graph;
using CredBot.Graph.Passwords;

namespace CredBot.Tests.Graph;

/// <summary>Source: Entra «Eliminate bad passwords using Microsoft Entra Password Protection», how passwords are evaluated; its own examples stand first.</summary>
public sealed class BannedWordsTests
{
    private static readonly string[] Banned = ["contoso", "blank", "abcdef", "poll"];

    [Theory]
    [InlineData("C0ntos0Blank12", true)] // contoso + blank + 1 + 2 = 4
    [InlineData("ContoS0Bl@nkf9!", false)] // contoso + blank + f + 9 + ! = 5
    [InlineData("abcdeg", true)] // one letter from abcdef
    [InlineData("abcdefg", true)] // one more
    [InlineData("abcde", true)] // one less
    [InlineData("Quiet-4827", false)]
    [InlineData("contosocontosocontoso", true)] // three words, three points
    public void A_Password_Needs_Five_Points_And_Some_Distance(string password, bool refused) =>
        Assert.Equal(refused, BannedWords.Refuse(password, Banned, []));

    [Theory]
    [InlineData("P0ll23fb-9zx", "Poll", true)]
    [InlineData("Quiet-4827-Hanbit", "hanbit", true)]
    [InlineData("Quiet-4827-Otter", "Ott", false)] // three letters are too few to count
    public void Names_Of_The_Person_And_The_Tenant_May_Not_Stand_In_It(string password, string name, bool refused) =>
        Assert.Equal(refused, BannedWords.Refuse(password, [], [name]));

    /// <summary>Even a tenant that bans every word we use finds points enough in digits and dashes.</summary>
    [Fact]
    public void Ours_Pass_Whatever_The_Tenant_Bans()
    {
        var every = Enumerable.Range(0, WordList.Count).Select(WordList.At).ToList();
        var subject = new DirectoryUser { Id = "1", DisplayName = "Daniel Lee", UserPrincipalName = "daniel@hanbit.example" };
        for (var draw = 0; draw < 50; draw++)
        {
            Assert.False(BannedWords.Refuse(TemporaryPassword.CreateFor(subject, every).Value, every, ["daniel", "hanbit"]));
        }
    }
}
