using System.Collections.Concurrent;

namespace CredBot.DemoTenant.Entra;

/// <summary>Who has consented to the bot's Graph permissions: everybody, until somebody's consent is revoked.</summary>
internal sealed class Consents
{
    private readonly ConcurrentDictionary<string, bool> revoked = new(StringComparer.OrdinalIgnoreCase);

    public bool Has(string objectId) => !revoked.ContainsKey(objectId);

    public void Grant(string objectId) => revoked.TryRemove(objectId, out _);

    public void Revoke(string objectId) => revoked[objectId] = true;
}
