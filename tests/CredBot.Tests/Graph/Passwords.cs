using CredBot.Graph;
using CredBot.Graph.Passwords;

namespace CredBot.Tests.Graph;

public sealed class Passwords
{
    [Fact]
    public void Every_Password_Satisfies_Cloud_And_Active_Directory()
    {
        for (var draw = 0; draw < 500; draw++)
        {
            var password = TemporaryPassword.Create().Value;

            Assert.Matches("^[A-Z][a-z]{3,7}-[2-9]{4}-[A-Z][a-z]{3,7}-[A-Z][a-z]{3,7}-[2-9]{4}-[A-Z][a-z]{3,7}$", password);
            Assert.InRange(password.Length, 16, 256);
        }
    }

    /// <summary>Entropy by construction: the alphabet of each part, counted.</summary>
    [Fact]
    public void The_Stated_Entropy_Is_What_The_Parts_Give()
    {
        var words = Enumerable.Range(0, WordList.Count).Select(WordList.At).ToHashSet();

        Assert.Equal(TemporaryPassword.Entropy, (4 * Math.Log2(words.Count)) + (8 * Math.Log2("23456789".Length)), 6);
        Assert.True(TemporaryPassword.Entropy >= 60);
    }

    [Fact]
    public void No_Two_Words_Differ_In_One_Letter()
    {
        var words = Enumerable.Range(0, WordList.Count).Select(WordList.At).ToList();
        var shapes = words.SelectMany(word => Enumerable.Range(0, word.Length).Select(index => word.Remove(index, 1).Insert(index, "?"))).ToList();
        var shorter = words.SelectMany(word => Enumerable.Range(0, word.Length).Select(index => word.Remove(index, 1)).Distinct()).ToHashSet();

        Assert.Equal(shapes.Count, shapes.Distinct().Count());
        Assert.DoesNotContain(words, shorter.Contains);
    }

    /// <summary>Source: words that head published lists of common passwords, months, seasons, week days.</summary>
    [Fact]
    public void No_Word_Is_One_That_Every_Guesser_Tries()
    {
        string[] guessed =
        [
            "password", "welcome", "secret", "admin", "login", "master", "dragon", "monkey", "shadow", "football", "baseball", "sunshine", "princess", "letmein",
            "summer", "winter", "autumn", "spring", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
            "december", "monday", "tuesday", "thursday", "friday", "saturday", "sunday", "microsoft", "company", "hanbit",
        ];

        Assert.Empty(Enumerable.Range(0, WordList.Count).Select(WordList.At).Intersect(guessed));
    }

    [Fact]
    public void A_Password_Holds_No_Part_Of_Its_Persons_Names()
    {
        var tom = new DirectoryUser { Id = "tom", DisplayName = "Ter Becker", UserPrincipalName = "can.becker@hanbit.example" };

        for (var draw = 0; draw < 500; draw++)
        {
            var password = TemporaryPassword.CreateFor(tom, []).Value;
            Assert.DoesNotContain("ter", password, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("can", password, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_Password_Does_Not_Print_Itself() => Assert.Equal("•••", $"{TemporaryPassword.Create()}");

    [Fact]
    public void Passwords_Do_Not_Repeat() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => TemporaryPassword.Create().Value).Distinct().Count());
}
