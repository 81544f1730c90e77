using System.Globalization;
using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.AppCredentials;

/// <summary>What is said about an application's secrets and certificates.</summary>
/// <remarks>Source: Azure CLI «az ad app credential»; Graph v1.0 <c>application: addPassword</c>, <c>addKey</c>; Entra «App management policies».</remarks>
internal static class AppCredentialsText
{
    public static readonly Sentence TheApp = new("애플리케이션", "The application");
    public static readonly Sentence TheOwners = new("소유자", "The owners");
    public static readonly Sentence TheRoles = new("내 역할", "Your roles");
    public static readonly Sentence ThePolicy = new("앱 관리 정책", "The app management policy");
    public static readonly Sentence ClientId = new("클라이언트 ID", "Client id");
    public static readonly Sentence Credentials = new("자격 증명", "Credentials");
    public static readonly Sentence None = new("없음", "none");
    public static readonly Sentence OpenPortal = new("Entra 관리 센터 열기", "Open the Entra admin center");
    public static readonly Sentence OpenCommand = new("az 명령 문서", "The az command on Microsoft Learn");

    private static readonly Sentence Order = new(
        "순서: 새것을 추가 → 배포해서 확인 → 옛것을 삭제. 암호 값은 만들 때 한 번만 보이며 채팅에 붙여 넣지 마세요.",
        "In this order: add the new one, deploy and check it, remove the old one. A secret's value shows once, when it is made; never paste it into a chat.");


    public static Sentence Headline(AppCredentialsVerdict verdict, string app, TimeSpan? longest) => verdict switch
    {
        AppCredentialsVerdict.MayAsOwner => new($"{app}: 소유자로서 자격 증명을 갱신할 수 있습니다", $"{app}: you may renew its credentials, as an owner"),
        AppCredentialsVerdict.MayByRole => new($"{app}: 역할이 있어 자격 증명을 갱신할 수 있습니다", $"{app}: you may renew its credentials, by your role"),
        AppCredentialsVerdict.LifetimeLimited => new(
            $"{app}: 갱신할 수 있으며, 새 암호는 최대 {Days(longest)}일입니다",
            $"{app}: you may renew its credentials; a new secret lives {Days(longest)} days at most"),
        AppCredentialsVerdict.NoValidCertificate => new($"{app}: 유효한 인증서가 없어 교체해야 합니다", $"{app}: no certificate is good any more, so it has to be replaced"),
        AppCredentialsVerdict.SecretsForbidden => new($"{app}: 조직 정책이 새 암호를 막고 있습니다", $"{app}: your organisation's policy allows no new secrets"),
        AppCredentialsVerdict.AskOwner => new($"{app}: 내 권한으로는 갱신할 수 없습니다", $"{app}: you may not renew its credentials"),
        AppCredentialsVerdict.NotFound => new($"\"{app}\" 애플리케이션을 찾을 수 없습니다", $"There is no application \"{app}\" that you may see"),
        _ => new($"{app}: 갱신할 수 있는지 확인하지 못했습니다", $"{app}: it could not be told whether you may renew its credentials"),
    };

    public static IEnumerable<Sentence> Steps(AppCredentialsVerdict verdict, string appId, Sentence owners, DateOnly? end)
    {
        switch (verdict)
        {
            case AppCredentialsVerdict.MayAsOwner or AppCredentialsVerdict.MayByRole or AppCredentialsVerdict.LifetimeLimited:
                yield return Order;
                yield return Add(appId, end);
                yield return Remove(appId);
                break;
            case AppCredentialsVerdict.NoValidCertificate:
                yield return new(
                    "유효한 인증서로 증명해야 하는 addKey는 더 이상 쓸 수 없습니다. 인증서 목록을 PATCH로 바꾸거나 관리 센터에서 올려 주세요. PATCH는 목록 전체를 바꾸므로 남길 것도 함께 보내야 합니다.",
                    "Graph's addKey asks for a proof by a good certificate and is closed to you. Upload one in the admin center or replace the list by PATCH, which takes the whole list: send along what shall stay.");
                yield return Order;
                yield return Add(appId, end);
                break;
            case AppCredentialsVerdict.SecretsForbidden:
                yield return new(
                    "암호 대신 인증서나 페더레이션 자격 증명을 추가하세요. 기존 암호는 만료될 때까지 동작합니다. 정책은 전역 관리자나 클라우드 애플리케이션 관리자가 바꿀 수 있습니다.",
                    "Add a certificate or a federated credential instead. Secrets that exist work until they end. A Global or Cloud Application Administrator can change the policy.");
                break;
            case AppCredentialsVerdict.AskOwner:
                yield return new(
                    $"소유자나 애플리케이션 관리자, 클라우드 애플리케이션 관리자만 할 수 있습니다. 소유자: {owners.Ko}",
                    $"An owner, an Application Administrator or a Cloud Application Administrator can. Owners: {owners.En}");
                break;
            case AppCredentialsVerdict.NotFound:
                yield return new("이름의 앞부분이나 클라이언트 ID로 다시 말씀해 주세요.", "Say the beginning of its name, or its client id.");
                break;
            default:
                yield return new("판단에 필요한 정보를 읽지 못했습니다. 아래에 이유를 적었습니다.", "What decides could not be read; below it says why.");
                break;
        }
    }

    private static Sentence Add(string appId, DateOnly? end)
    {
        var term = end is { } day ? $"--end-date {day:yyyy-MM-dd}" : "--years 1";
        return new(
            $"암호 추가: az ad app credential reset --id {appId} --append --display-name NAME {term} (--append가 없으면 이 앱의 다른 자격 증명이 모두 지워집니다)",
            $"Add a secret: az ad app credential reset --id {appId} --append --display-name NAME {term} (without --append every other credential of the app is removed)");
    }

    private static Sentence Remove(string appId) => new(
        $"삭제: az ad app credential delete --id {appId} --key-id KEY (KEY는 az ad app credential list --id {appId}에 나옵니다. 인증서는 --cert 추가). 인증서나 페더레이션 자격 증명이 암호보다 안전합니다.",
        $"Remove: az ad app credential delete --id {appId} --key-id KEY (KEY as az ad app credential list --id {appId} shows it; with --cert for a certificate). A certificate or a federated credential is safer than a secret.");

    private static string Days(TimeSpan? span) => ((int)(span ?? TimeSpan.Zero).TotalDays).ToString(CultureInfo.InvariantCulture);
}
