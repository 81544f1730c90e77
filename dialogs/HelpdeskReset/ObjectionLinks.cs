using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>The link of a notice: «this wasn't me», for whoever cannot or should not sign in to the account that it is about. Whoever holds it may stop resets, and nothing else.</summary>
internal sealed class ObjectionLinks(ISecretSeal seal, IOptions<ResetOptions> options, TimeProvider time)
{
    /// <summary>Below <see cref="ResetOptions.PublicUrl"/>.</summary>
    public const string Path = "/objection";

    /// <summary>In the audit, in place of a person: a link says nothing about who opened it.</summary>
    public const string Actor = "objection-link";

    private const string Purpose = "objection-link";

    /// <returns>Null where the settings name no address.</returns>
    public Uri? Create(string tenant, string subject, string operation)
    {
        if (options.Value.PublicUrl is not { } address)
        {
            return null;
        }

        var until = (time.GetUtcNow() + options.Value.ObjectWithin).ToUnixTimeSeconds();
        return new Uri(address, $"{Path}?t={Uri.EscapeDataString(seal.Seal(Purpose, $"{tenant}|{subject}|{operation}|{until}"))}");
    }

    /// <returns>What the link is about, and whose safeguards hear of it; null for one that was not made here, was changed, or has expired.</returns>
    public (string Tenant, Objection Objection)? Read(string token) =>
        token.Length < 2000 && seal.Open(Purpose, token)?.Split('|') is [var tenant, var subject, var operation, var until]
        && long.TryParse(until, out var seconds) && time.GetUtcNow().ToUnixTimeSeconds() < seconds
            ? (tenant, new Objection(subject, operation, Actor))
            : null;
}
