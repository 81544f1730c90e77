using CredBot.Knowledge;

namespace CredBot.Tests.Knowledge;

/// <summary>What the shipped answers promise, and that none of them can lose it unnoticed; the lint's other rules are in <see cref="FaqLinting"/>.</summary>
public sealed class FaqCorpusTests
{
    private static readonly FaqCorpus Shipped = FaqCorpus.Load();
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Nothing_Is_Carried_That_Nobody_Can_Ask_For() =>
        Assert.Equal(Intents.Faq.Order(), Shipped.Entries.Select(static entry => entry.Id).Distinct().Order());

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
    public void Two_Questions_That_Claim_The_Same_Words_Are_Reported()
    {
        var entry = Shipped.Get(Intents.FaqUserReset, "en") with { Phrases = ["How do users change their password, and their app passwords"] };

        AssertProblem("both claim the phrase", entry);
    }

    /// <summary>The shipped corpus with this entry in the place of its own.</summary>
    private static IReadOnlyList<FaqProblem> Problems(FaqEntry doctored) =>
        FaqLint.Check(new FaqCorpus(Shipped.Entries.Select(entry => (entry.Id, entry.Language) == (doctored.Id, doctored.Language) ? doctored : entry)), Today);

    private static void AssertProblem(string what, FaqEntry doctored) =>
        Assert.Contains(Problems(doctored), problem => problem.ToString().Contains(what, StringComparison.Ordinal));
}
