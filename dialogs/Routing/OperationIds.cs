using System.Security.Cryptography;
using System.Text;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;

namespace CredBot.Dialogs.Routing;

/// <summary>Ids of the operations that a card starts.</summary>
internal static class OperationIds
{
    /// <summary>The same card in the same conversation makes the same operation, however often it is pressed.</summary>
    /// <param name="turn">Says which conversation.</param>
    /// <param name="kind">The id's first word.</param>
    /// <param name="cardKey">Key of the card.</param>
    public static string Of(TurnContext turn, string kind, string cardKey)
    {
        var name = $"{turn.Activity.TenantId}|{turn.Activity.ChannelId}|{turn.Activity.Conversation?.Id}|{cardKey}";
        return $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..24]}";
    }
}
