using CredBot.Bot.Cards;
using CredBot.Graph;

namespace CredBot.Dialogs.Permission;

/// <summary>How a person of the directory is written on a card.</summary>
internal static class Person
{
    public static string Name(DirectoryUser user) => CardText.Plain(user.DisplayName ?? user.UserPrincipalName ?? user.Id);

    public static string Address(DirectoryUser user) => CardText.Plain(user.UserPrincipalName ?? user.Id);
}
