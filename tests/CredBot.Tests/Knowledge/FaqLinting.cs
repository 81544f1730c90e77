using CredBot.Graph.Rules;
using CredBot.Knowledge;
using CredBot.Knowledge.Errors;
using CredBot.Knowledge.Lint;
using CredBot.Knowledge.Seeds;

namespace CredBot.Tests.Knowledge;

public sealed class FaqLinting
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly FaqCorpus Shipped = FaqCorpus.Load();

    [Fact]
    public void The_Shipped_Faq_Is_Clean() => Assert.Empty(FaqLint.Check(Shipped, Today));

    [Theory]
    [InlineData("Open the Azure Portal.", "yesterday")]
    [InlineData("Use Azure AD Connect.", "yesterday")]
    [InlineData("Run Connect-MsolService.", "yesterday")]
    [InlineData("Read docs.microsoft.com.", "yesterday")]
    [InlineData("See [this](http://learn.microsoft.com/x).", "https")]
    [InlineData("See [this](https://example.org/x).", "current hosts")]
    [InlineData("See [this](learn).", "no address")]
    [InlineData("Run az ad app credential reset --id APP.", "--append")]
    [InlineData("Password Administrator, Helpdesk Administrator and User Administrator may.", "lacks Global Administrator")]
    public void A_Doctored_Answer_Is_Found(string answer, string problem) =>
        Assert.Contains(Check(entry => entry with { Answer = answer }), found => found.What.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void A_Seventh_Role_Is_Found() =>
        Assert.Contains(
            Check(entry => entry with { Answer = entry.Answer + " Billing Administrator too." }, Intents.FaqAdminResetTrouble),
            found => found.What is "Billing Administrator resets no passwords");

    [Fact]
    public void An_Old_Name_May_Stand_In_A_Note_That_Says_Formerly() =>
        Assert.Empty(Check(entry => entry with { Answer = "Open Microsoft Entra ID (formerly Azure AD)." }));

    [Theory]
    [InlineData(2025, 11, 23)]
    [InlineData(2026, 11, 25)]
    public void A_Review_Longer_Than_A_Year_Ago_Or_Still_To_Come_Is_Found(int year, int month, int day) =>
        Assert.Single(Check(entry => entry with { Reviewed = new DateOnly(year, month, day) }));

    [Fact]
    public void A_Review_A_Year_Ago_To_The_Day_Is_Fine() =>
        Assert.Empty(Check(entry => entry with { Reviewed = new DateOnly(2025, 11, 24) }));

    [Fact]
    public void An_Entry_Without_Source_Or_Link_Is_Found()
    {
        Assert.Single(Check(entry => entry with { Sources = [] }));
        Assert.Single(Check(entry => entry with { Links = [] }));
    }

    [Fact]
    public void An_Answer_Too_Long_For_A_Card_Is_Found_And_Addresses_Do_Not_Count()
    {
        Assert.Single(Check(entry => entry with { Answer = new string('a', 901) }));
        Assert.Empty(Check(entry => entry with { Answer = $"[{new string('a', 800)}](https://aka.ms/{new string('b', 400)})" }));
    }

    [Fact]
    public void A_Missing_Language_Is_Found() =>
        Assert.Contains(
            FaqLint.Check(new FaqCorpus(Shipped.Entries.Where(entry => (entry.Id, entry.Language) is not (Intents.FaqUserReset, "ko"))), [], Today),
            found => found == new FaqProblem("faq-user-reset/ko", "this language is missing"));

    [Fact]
    public void A_Language_That_Somebody_Began_Has_To_Be_Finished() =>
        Assert.Equal(10, FaqLint.Check(new FaqCorpus([.. Shipped.Entries, Shipped.Get(Intents.FaqUserReset, "en") with { Language = "de" }]), [], Today).Count);

    [Fact]
    public void An_Id_Nobody_Recognises_Is_Found() =>
        Assert.Contains(
            FaqLint.Check(new FaqCorpus([.. Shipped.Entries, Shipped.Get(Intents.FaqUserReset, "en") with { Id = "faq-new" }]), [], Today),
            found => found.Where is "faq-new/en");

    [Fact]
    public void A_Phrase_That_Two_Intents_Claim_Is_Found() =>
        Assert.Equal(
            new FaqProblem("help and cancel", "both claim the phrase \"let me out\""),
            Assert.Single(FaqLint.Check(Shipped, [new Phrase(Intents.Help, "en", "Let me out!", 1), new Phrase(Intents.Cancel, "en", "let me out", 1)], Today)));

    [Fact]
    public void The_Roles_An_Answer_May_List_Are_Those_Of_The_Rules() =>
        Assert.Equal(
            RoleMatrix.Instance.Callers.Where(static caller => !caller.Retired).Select(static caller => RoleMatrix.Instance.Role(caller.Role)!.En).Order(StringComparer.Ordinal),
            CredBot.Knowledge.Lint.RoleNames.In("en").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Open the Azure Portal.", "yesterday")]
    [InlineData("See https://account.example.org/x", "current hosts")]
    public void A_Doctored_Explanation_Of_An_Error_Is_Found(string step, string problem)
    {
        var entry = ErrorCodes.Load().Entries[0];
        var doctored = entry with { Steps = new Dictionary<string, IReadOnlyList<string>> { ["en"] = [step], ["ko"] = ["x"] } };

        Assert.Contains(ErrorLint.Check(new ErrorCodes("2026-11", [doctored]), Today), found => found.What.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void An_Explanation_In_One_Language_Or_Of_Two_Years_Ago_Is_Found()
    {
        var entry = ErrorCodes.Load().Entries[0];
        var halved = entry with { Meaning = new Dictionary<string, string> { ["en"] = "x" } };

        Assert.Equal(
            [new FaqProblem("errors", "they were read in 2024-10: longer than a year ago, or not yet"), new FaqProblem($"errors/{entry.Codes[0]}", "ko is missing")],
            ErrorLint.Check(new ErrorCodes("2024-10", [halved]), Today));
    }

    private static IReadOnlyList<FaqProblem> Check(Func<FaqEntry, FaqEntry> doctor, string id = Intents.FaqUserReset) =>
        FaqLint.Check(new FaqCorpus(Shipped.Entries.Select(entry => (entry.Id, entry.Language) == (id, "en") ? doctor(entry) : entry)), [], Today);
}
