using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.ClientCredentials;

/// <summary>What is said about an application that gets tokens for itself.</summary>
/// <remarks>Source: Entra «OAuth 2.0 client credentials flow», «Authentication and authorization error codes».</remarks>
internal static class ClientCredentialsText
{
    public static readonly Sentence TheApp = new("애플리케이션", "The application");
    public static readonly Sentence ThePrincipal = new("서비스 주체", "The service principal");
    public static readonly Sentence TheConsents = new("동의된 애플리케이션 권한", "The consented application permissions");
    public static readonly Sentence TheFederated = new("페더레이션 자격 증명", "The federated credentials");
    public static readonly Sentence TheOwners = new("소유자", "The owners");
    public static readonly Sentence ClientId = new("클라이언트 ID", "Client id");
    public static readonly Sentence FederatedCredentials = new("페더레이션 자격 증명", "Federated credentials");
    public static readonly Sentence Consented = new("동의된 애플리케이션 권한", "Application permissions consented");
    public static readonly Sentence Renew = new("자격 증명 갱신 방법", "How to renew the credential");
    public static readonly Sentence OpenPortal = new("Entra 관리 센터 열기", "Open the Entra admin center");
    public static readonly Sentence OpenPage = new("클라이언트 자격 증명 흐름 문서", "The flow on Microsoft Learn");

    public static Sentence Headline(ClientCredentialsVerdict verdict, string app) => verdict switch
    {
        ClientCredentialsVerdict.Works => new($"{app}: 토큰을 받을 수 있습니다", $"{app} can get tokens"),
        ClientCredentialsVerdict.Expiring => new($"{app}: 동작하지만 자격 증명이 30일 안에 만료됩니다", $"{app} works, but its credential ends within 30 days"),
        ClientCredentialsVerdict.Expired => new($"{app}: 자격 증명이 만료되었습니다", $"{app}: its credential has expired"),
        ClientCredentialsVerdict.NoCredential => new($"{app}: 자격 증명이 없습니다", $"{app} has no credential"),
        ClientCredentialsVerdict.PrincipalDisabled => new($"{app}: 로그인이 꺼져 있습니다", $"{app} is switched off for sign-in"),
        ClientCredentialsVerdict.PrincipalMissing => new($"{app}: 이 테넌트에 서비스 주체가 없습니다", $"{app} has no service principal in this tenant"),
        ClientCredentialsVerdict.ConsentMissing => new($"{app}: 관리자 동의가 없습니다", $"{app} lacks an administrator's consent"),
        ClientCredentialsVerdict.NotHome => new($"{app}: 다른 테넌트에 등록된 애플리케이션입니다", $"{app} is registered in another tenant"),
        ClientCredentialsVerdict.NotFound => new($"\"{app}\" 애플리케이션을 찾을 수 없습니다", $"There is no application \"{app}\" that you may see"),
        _ => new($"{app}: 확인하지 못했습니다", $"{app}: it could not be told"),
    };

    public static Sentence Why(ClientCredentialsVerdict verdict) => verdict switch
    {
        ClientCredentialsVerdict.Works => new(
            "서비스 주체가 켜져 있고 유효한 자격 증명이 있으며, 권한을 요청한다면 동의된 것이 있습니다. 그래도 실패하면 오류의 AADSTS 코드를 여기에 붙여 넣어 주세요.",
            "Its service principal is on, a credential is good, and where it asks for permissions some are consented to. If it still fails, paste the AADSTS code here."),
        ClientCredentialsVerdict.Expiring => new(
            "만료되면 AADSTS7000222(암호) 또는 700027(인증서) 오류가 납니다. 새 자격 증명을 먼저 추가하고, 배포한 뒤 옛것을 지우세요.",
            "Once it has ended, sign-ins fail with AADSTS7000222 (secret) or 700027 (certificate). Add a new one first, deploy it, then remove the old one."),
        ClientCredentialsVerdict.Expired => new(
            "지금 토큰 요청은 AADSTS7000222(암호) 또는 700027(인증서) 오류로 거부됩니다. 새 자격 증명을 추가하세요. 인증서나 페더레이션 자격 증명이 더 안전합니다.",
            "Requests for a token fail with AADSTS7000222 (secret) or 700027 (certificate) now. Add a new credential; a certificate or a federated one is safer than a secret."),
        ClientCredentialsVerdict.NoCredential => new(
            "암호, 인증서, 페더레이션 자격 증명이 하나도 없어 AADSTS7000218 오류가 납니다.",
            "It has no secret, no certificate and no federated credential: requests fail with AADSTS7000218."),
        ClientCredentialsVerdict.PrincipalDisabled => new(
            "엔터프라이즈 애플리케이션에서 '사용자 로그인 사용'이 꺼져 있어 AADSTS7000112 오류가 납니다. 애플리케이션 관리자가 켤 수 있습니다.",
            "It is disabled under Enterprise applications: requests fail with AADSTS7000112. An Application Administrator can switch it on."),
        ClientCredentialsVerdict.PrincipalMissing => new(
            "아무도 동의하거나 사용한 적이 없어 AADSTS700016 오류가 납니다. 관리자 동의를 하면 서비스 주체가 만들어집니다.",
            "Nobody has consented to it or used it here: requests fail with AADSTS700016. An administrator's consent creates the service principal."),
        ClientCredentialsVerdict.ConsentMissing => new(
            "애플리케이션 권한을 요청하지만 동의된 권한이 없습니다. 토큰은 나오지만 roles 클레임이 없어 Microsoft Graph가 403으로 거부합니다.",
            "It asks for application permissions and none is consented to. It gets a token, but without a roles claim, and Microsoft Graph answers 403."),
        ClientCredentialsVerdict.NotHome => new(
            "자격 증명은 등록한 테넌트에서만 보고 바꿀 수 있습니다. 그 조직에 문의해 주세요.",
            "Its credentials can be seen and changed only in the tenant that registered it. Ask that organisation."),
        ClientCredentialsVerdict.NotFound => new(
            "이름의 앞부분이나 클라이언트 ID로 다시 말씀해 주세요. 클라이언트 ID가 맞다면 다른 테넌트의 애플리케이션이거나 볼 권한이 없는 것입니다.",
            "Say the beginning of its name, or its client id. If the client id is right, it belongs to another tenant, or you may not see it."),
        _ => new(
            "판단에 필요한 정보를 읽지 못했습니다. 아래에 무엇을 왜 읽지 못했는지 적었습니다.",
            "What decides could not be read; below it says what, and why."),
    };
}
