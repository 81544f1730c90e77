namespace CredBot.Engine.People;

/// <summary>Names a person within the product: <c>bot|tenant|object id</c>. What one bot's app id has learnt is nothing to another's.</summary>
internal static class AcquaintanceKey
{
    public static string Of(string app, string tenant, string person) =>
        string.Join('|', Uri.EscapeDataString(app.ToLowerInvariant()), Uri.EscapeDataString(tenant.ToLowerInvariant()), Uri.EscapeDataString(person.ToLowerInvariant()));

    /// <returns>The tenant and the object id of a key.</returns>
    public static (string Tenant, string Person) Read(string key) => key.Split('|') is [_, var tenant, var person]
        ? (Uri.UnescapeDataString(tenant), Uri.UnescapeDataString(person))
        : throw new ArgumentException("This is no key of a person.", nameof(key));
}
