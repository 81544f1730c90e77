using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Graph;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>Says of an account which it is, of what kind, and how old its password is; every diagnosis of people shows it alike.</summary>
internal static class AccountEvidence
{
    private static readonly Sentence AccountName = new("계정", "Account");
    private static readonly Sentence KindName = new("계정 종류", "Kind of account");
    private static readonly Sentence LastChangeName = new("마지막 암호 변경", "Password last changed");

    public static Evidence Account(DirectoryUser user) => Evidence.Of(AccountName, Person.Address(user));

    /// <summary>Where the account and its password live.</summary>
    public static Evidence Kind(DirectoryUser user) => new(KindName, user switch
    {
        { IsGuest: true } => new("게스트", "guest"),
        { IsSynced: true } => new("Active Directory와 동기화됨", "synced from Active Directory"),
        _ => new("클라우드 전용", "cloud-only"),
    });

    /// <param name="when">To the minute where an error is looked for (<see cref="When.Age"/>), else to the day (<see cref="When.Ago"/>).</param>
    public static Evidence LastChange(Sentence when) => new(LastChangeName, when);
}
