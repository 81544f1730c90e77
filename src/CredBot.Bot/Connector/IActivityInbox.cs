using CredBot.Bot.Schema;

namespace CredBot.Bot.Connector;

/// <summary>Where authenticated activities go.</summary>
public interface IActivityInbox
{
    /// <summary>Returns only when the activity is durable, or was known already.</summary>
    Task AcceptAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Brings an invoke, or an activity whose channel waits for the replies.</summary>
    /// <returns>The answer; null where nobody answers this invoke.</returns>
    Task<InvokeResponse?> InvokeAsync(Activity activity, CancellationToken cancellationToken);
}
