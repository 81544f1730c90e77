using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>Who may read what others may not, as the person is told whom to ask.</summary>
internal static class Readers
{
    /// <summary>Sign-in logs, audits, and who registered what.</summary>
    /// <remarks>Source: Graph «List signIns», «List directoryAudits», «userRegistrationDetails».</remarks>
    public static readonly Sentence OfReports = new("보고서 읽기 권한자, 보안 읽기 권한자, 전역 읽기 권한자", "a Reports Reader, Security Reader or Global Reader");

    /// <summary>Risky users.</summary>
    /// <remarks>Source: Graph «Get riskyUser».</remarks>
    public static readonly Sentence OfRisk = new("보안 읽기 권한자, 전역 읽기 권한자", "a Security Reader or Global Reader");

    /// <summary>What the tenant bought, and what others were given of it.</summary>
    /// <remarks>Source: Graph «List subscribedSkus».</remarks>
    public static readonly Sentence OfLicences = new("전역 읽기 권한자, 디렉터리 읽기 권한자", "a Global Reader or Directory Reader");

    /// <summary>Policies about applications.</summary>
    public static readonly Sentence OfPolicies = new("전역 읽기 권한자", "a Global Reader");

    /// <summary>How the tenant is synchronised.</summary>
    /// <remarks>Source: Graph «Get onPremisesDirectorySynchronization».</remarks>
    public static readonly Sentence OfSync = new("전역 관리자", "a Global Administrator");
}
