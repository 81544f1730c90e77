using CredBot.Knowledge;
using CredBot.Knowledge.Seeds;

namespace CredBot.Tests.Knowledge;

/// <summary>The shipped answers, and what the lint would say if one of them went wrong.</summary>
public sealed class FaqCorpusTests
{
    private const string Path = "faq/faq-user-reset/en.md";
    private static readonly FaqCorpus Shipped = FaqCorpus.Load();
    private static readonly DateOnly Today = new(2026, 11, 24);

    public static TheoryData<string, string> QuestionsAndLanguages => new(Intents.Faq.SelectMany(static _ => new[] { "ko", "en" }, static (id, language) => (id, language)));

    [Theory]
    [MemberData(nameof(QuestionsAndLanguages))]
    public void Every_Question_Is_Answered_In_Korean_And_English(string id, string language)
    {
        var entry = Shipped.Get(id, language);

        Assert.Equal((id, language), (entry.Id, entry.Language));
        Assert.NotEmpty(entry.Answer);
        Assert.NotEmpty(entry.Phrases);
    }

    [Fact]
    public void Nothing_Is_Carried_That_Nobody_Can_Ask_For() =>
        Assert.Equal(Intents.Faq.Order(), Shipped.Entries.Select(static entry => entry.Id).Distinct().Order());

    [Fact]
    public void A_Language_That_Is_Not_Written_Falls_Back_To_English() =>
        Assert.Equal("en", Shipped.Get(Intents.FaqUserReset, "ja").Language);

    [Fact]
    public void An_Unknown_Question_Is_Named() =>
        Assert.Contains("faq-weather", Assert.Throws<KeyNotFoundException>(static () => Shipped.Get("faq-weather", "en")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_Shipped_Answers_Are_Clean() => Assert.Empty(FaqLint.Check(Shipped, Today));

    /// <remarks>The card shows what a language's readers expect: Korean pages exist for every page of the documentation.</remarks>
    [Fact]
    public void Korean_Answers_Link_To_Korean_Documentation() =>
        Assert.All(
            Shipped.Entries.Where(static entry => entry.Language is "ko").SelectMany(static entry => entry.Links)
                .Where(static link => new Uri(link.Url).Host is "learn.microsoft.com" or "support.microsoft.com"),
            static link => Assert.StartsWith("/ko-kr/", new Uri(link.Url).AbsolutePath, StringComparison.Ordinal));

    /// <remarks>Source: azure-cli, `az ad app credential reset`: without `--append` every other credential of the app is removed.</remarks>
    [Theory]
    [InlineData("en", "without --append")]
    [InlineData("ko", "--append 없이")]
    public void The_Credential_Answer_Warns_Of_The_Reset_That_Clears_Everything(string language, string warning) =>
        Assert.Contains(warning, Shipped.Get(Intents.FaqAppCredentials, language).Answer, StringComparison.Ordinal);

    /// <remarks>Microsoft's pages name different roles for resetPassword, and disagree on federated domains.</remarks>
    [Theory]
    [InlineData(Intents.FaqAdminResetTrouble)]
    [InlineData(Intents.FaqResetGreyed)]
    [InlineData(Intents.FaqAdminResetSteps)]
    public void A_Forecast_Says_That_Graph_Decides(string id)
    {
        Assert.Contains("Graph's reply decides", Shipped.Get(id, "en").Answer, StringComparison.Ordinal);
        Assert.Contains("Graph의 응답", Shipped.Get(id, "ko").Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Missing_Language_Is_Reported()
    {
        var corpus = new FaqCorpus(Shipped.Entries.Where(static entry => (entry.Id, entry.Language) is not (Intents.FaqUserReset, "ko")));

        Assert.Equal("faq-user-reset/ko: this language is missing", Assert.Single(Problems(corpus)).ToString());
    }

    [Fact]
    public void A_Language_That_Somebody_Began_Has_To_Be_Finished()
    {
        var corpus = new FaqCorpus(Shipped.Entries.Append(Shipped.Get(Intents.FaqUserReset, "en") with { Language = "de" }));

        Assert.Equal(Intents.Faq.Count - 1, Problems(corpus).Count(static problem => problem.Where.EndsWith("/de", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("http://aka.ms/sspr", "is not https")]
    [InlineData("https://sspr.example/reset", "'sspr.example' is not one of Microsoft's current hosts")]
    [InlineData("https://portal.azure.com", "'portal.azure.com' is not one of Microsoft's current hosts")]
    [InlineData("https://aka.ms.example/sspr", "is not one of Microsoft's current hosts")]
    [InlineData("aka.ms/sspr", "is no address")]
    public void A_Bad_Address_Is_Found_Wherever_It_Stands(string address, string problem)
    {
        var entry = Shipped.Get(Intents.FaqUserReset, "en");

        AssertProblem(problem, entry with { Links = [new FaqLink("Reset", address)] });
        AssertProblem(problem, entry with { Sources = [address] });
        AssertProblem(problem, entry with { Answer = $"Open [the page]({address})." });
    }

    [Fact]
    public void An_Address_That_Only_Becomes_A_Link_In_The_Client_Is_Checked_Too() =>
        AssertProblem("'sspr.example' is not one", Shipped.Get(Intents.FaqUserReset, "en") with { Answer = "Open https://sspr.example/reset now." });

    [Fact]
    public void An_Answer_Needs_A_Source_And_A_Link()
    {
        AssertProblem("at least one source", Shipped.Get(Intents.FaqUserReset, "en") with { Sources = [] });
        AssertProblem("at least one source", Shipped.Get(Intents.FaqUserReset, "en") with { Links = [] });
    }

    // Source: Microsoft Entra documentation, "New name for Azure Active Directory".
    [Theory]
    [InlineData("Azure AD")]
    [InlineData("AAD")]
    [InlineData("Azure Active Directory")]
    [InlineData("Azure Portal")]
    [InlineData("Azure 포털")]
    [InlineData("Connect-MsolService")]
    [InlineData("docs.microsoft.com")]
    public void A_Retired_Name_Is_Reported_In_Answer_Title_And_Link(string name)
    {
        var entry = Shipped.Get(Intents.FaqUserReset, "ko");

        AssertProblem("is a name of yesterday", entry with { Answer = $"{name} 페이지를 여세요." });
        AssertProblem("is a name of yesterday", entry with { Title = $"{name}에서 재설정하려면?" });
        AssertProblem("is a name of yesterday", entry with { Links = [new FaqLink(name, "https://entra.microsoft.com")] });
    }

    [Fact]
    public void A_Retired_Name_May_Say_What_It_Was_Formerly() =>
        Assert.Empty(Problems(Shipped.Get(Intents.FaqUserReset, "en") with { Answer = "Microsoft Entra ID (formerly Azure AD) does it." }));

    [Theory]
    [InlineData(2025, 11, 23)]
    [InlineData(2026, 11, 25)]
    public void A_Review_Older_Than_A_Year_Or_Not_Yet_Held_Is_Reported(int year, int month, int day) =>
        AssertProblem("longer than a year ago, or not yet", Shipped.Get(Intents.FaqUserReset, "en") with { Reviewed = new DateOnly(year, month, day) });

    [Fact]
    public void A_Review_Of_A_Year_Ago_Still_Counts() =>
        Assert.Empty(Problems(Shipped.Get(Intents.FaqUserReset, "en") with { Reviewed = Today.AddYears(-1) }));

    // Source: Entra documentation, privileged-roles-permissions, "Who can reset passwords".
    [Theory]
    [InlineData("en", "Password Administrator")]
    [InlineData("en", "Helpdesk Administrator")]
    [InlineData("en", "Authentication Administrator, ")]
    [InlineData("en", "User Administrator")]
    [InlineData("en", "Privileged Authentication Administrator")]
    [InlineData("en", "Global Administrator")]
    [InlineData("ko", "암호 관리자")]
    [InlineData("ko", "기술 지원팀 관리자")]
    [InlineData("ko", "인증 관리자, ")]
    [InlineData("ko", "사용자 관리자")]
    [InlineData("ko", "권한 있는 인증 관리자")]
    [InlineData("ko", "전역 관리자")]
    public void A_List_Without_One_Of_The_Six_Roles_Is_Reported(string language, string role)
    {
        var entry = Shipped.Get(Intents.FaqAdminResetTrouble, language);

        AssertProblem($"lacks {role.TrimEnd(',', ' ')}", entry with { Answer = entry.Answer.Replace(role, "", StringComparison.Ordinal) });
    }

    [Theory]
    [InlineData("en", "Global Administrator", "Global Administrator, Security Administrator", "Security Administrator resets no passwords")]
    [InlineData("ko", "전역 관리자", "전역 관리자, 보안 관리자", "보안 관리자 resets no passwords")]
    public void A_List_With_A_Seventh_Role_Is_Reported(string language, string role, string more, string problem)
    {
        var entry = Shipped.Get(Intents.FaqAdminResetTrouble, language);

        AssertProblem(problem, entry with { Answer = entry.Answer.Replace(role, more, StringComparison.Ordinal) });
    }

    [Fact]
    public void The_List_Of_2021_Would_Not_Pass() => AssertProblem(
        "lacks Helpdesk Administrator",
        Shipped.Get(Intents.FaqAdminResetSteps, "en") with { Answer = "A Global Administrator, Password Administrator or User Administrator may." });

    [Fact]
    public void The_Command_That_Clears_Everything_Is_Not_Shown_Without_Its_Guard() => AssertProblem(
        "'az ad app credential reset' without --append",
        Shipped.Get(Intents.FaqAppCredentials, "en") with { Answer = "Run az ad app credential reset --id APP." });

    [Fact]
    public void An_Answer_That_Fits_No_Card_Is_Reported() =>
        AssertProblem("the answer has 901 characters", Shipped.Get(Intents.FaqUserReset, "en") with { Answer = new string('a', 901) });

    [Fact]
    public void Only_What_A_Reader_Sees_Counts_As_Length() => Assert.Empty(
        Problems(Shipped.Get(Intents.FaqUserReset, "en") with { Answer = $"{new string('a', 896)}[page](https://aka.ms/sspr)" }));

    [Fact]
    public void Two_Questions_That_Claim_The_Same_Words_Are_Reported()
    {
        var entry = Shipped.Get(Intents.FaqUserReset, "en") with { Phrases = ["How do users change their password, and their app passwords"] };

        AssertProblem("both claim the phrase", entry);
    }

    [Theory]
    [InlineData("id: faq-user-reset", 1, "expected a head between two --- lines")]
    [InlineData("---\nid: faq-user-reset\nlanguage: en\ntitle: How?\nreviewed: 2026-11-24\ncolour: red\n---\nSo.", 6, "unknown key 'colour'")]
    [InlineData("---\nid: faq-user-reset\nid: faq-user-reset\n---\nSo.", 3, "'id' stands twice")]
    [InlineData("---\n- alone\n---\nSo.", 2, "a list item without a list")]
    [InlineData("---\nid: faq-user-reset\nnonsense\n---\nSo.", 3, "expected 'key: value' or '- item'")]
    [InlineData("---\nid: faq-user-reset\nlanguage: en\ntitle:\n---\nSo.", 4, "'title' needs one value")]
    [InlineData("---\nid: faq-user-reset\nlanguage: en\ntitle: How?\nreviewed: yesterday\n---\nSo.", 5, "'reviewed' is not a date")]
    [InlineData("---\nid: faq-user-reset\nlanguage: en\ntitle: How?\nreviewed: 2026-11-24\nlinks:\n  - https://aka.ms/sspr\n---\nSo.", 7, "a link is 'title: address'")]
    [InlineData("---\nid: faq-user-change\nlanguage: en\ntitle: How?\nreviewed: 2026-11-24\n---\nSo.", 2, "the head says faq-user-change/en")]
    [InlineData("---\nid: faq-user-reset\nlanguage: en\ntitle: How?\nreviewed: 2026-11-24\n---\n", 1, "there is no answer below the head")]
    public void An_Unreadable_File_Is_Named_With_Its_Line(string text, int line, string problem)
    {
        var refused = Assert.Throws<SeedFormatException>(() => FaqCorpus.Load([new SeedFile(Path, text)]));

        Assert.Equal((Path, line), (refused.File, refused.Line));
        Assert.StartsWith($"{Path}:{line}: {problem}", refused.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<FaqProblem> Problems(FaqCorpus corpus) => FaqLint.Check(corpus, Today);

    /// <summary>The shipped corpus with this entry in the place of its own.</summary>
    private static IReadOnlyList<FaqProblem> Problems(FaqEntry doctored) =>
        Problems(new FaqCorpus(Shipped.Entries.Select(entry => (entry.Id, entry.Language) == (doctored.Id, doctored.Language) ? doctored : entry)));

    private static void AssertProblem(string what, FaqEntry doctored) =>
        Assert.Contains(Problems(doctored), problem => problem.ToString().Contains(what, StringComparison.Ordinal));
}
