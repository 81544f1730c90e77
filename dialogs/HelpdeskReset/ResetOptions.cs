using System.ComponentModel.DataAnnotations;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>The policy of resets from chat. Section <c>Reset</c>.</summary>
public sealed class ResetOptions
{
    public const string Section = "Reset";

    /// <summary>How long the temporary password stands on the card once it is shown.</summary>
    /// <value>20 seconds to 10 minutes; default one minute.</value>
    [Range(typeof(TimeSpan), "00:00:20", "00:10:00")]
    public TimeSpan ShowPasswordFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long after the reset the password may still be shown.</summary>
    /// <value>1 minute to 8 hours; default 15 minutes.</value>
    [Range(typeof(TimeSpan), "00:01:00", "08:00:00")]
    public TimeSpan OfferPasswordFor { get; set; } = TimeSpan.FromMinutes(15);
}
