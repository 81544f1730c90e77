using System.Security.Cryptography;
using System.Text;
using CredBot.Bot.Builder;

namespace CredBot.Commands;

/// <summary>Puts a made-up name in the place of each person, the same throughout one export and another in the next: who did what with whom stays visible, who they are does not.</summary>
internal sealed class Pseudonyms
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public AuditEntry Hide(AuditEntry entry) => entry with
    {
        Actor = Name(entry.Actor)!, Subject = Name(entry.Subject), Key = $"redacted-{Name(entry.Key)}", Operation = Name(entry.Operation),
    };

    private string? Name(string? id) => id is null ? null : $"x{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(id)))[..12]}";
}
