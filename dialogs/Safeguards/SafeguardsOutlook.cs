using System.Text.Json;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Safeguards;

/// <summary>Looks into the safeguards' document by the rules that will decide. Nothing is written, so nothing counts.</summary>
internal static class SafeguardsOutlook
{
    public static SafeguardOutlook Of(IOperations operations, IOptions<ResetOptions> options, TimeProvider time) => new(async (ask, cancellationToken) =>
    {
        var book = (await operations.ReadAsync(SafeguardAsk.OperationId(ask.Tenant), cancellationToken))?.Deserialize(DialogsJson.Wire.SafeguardsDocument)
            ?? new SafeguardsDocument { Id = SafeguardAsk.OperationId(ask.Tenant), Tenant = ask.Tenant };
        var now = time.GetUtcNow();
        return new(SafeguardRules.Open(book, ask, options.Value, now), SafeguardRules.Raise(book, ask.Subject, options.Value, now), book.IsRaised);
    });
}
