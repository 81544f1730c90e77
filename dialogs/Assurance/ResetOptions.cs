using System.ComponentModel.DataAnnotations;

namespace CredBot.Dialogs.Assurance;

/// <summary>The policy of resets from chat. Section <c>Reset</c>. People and groups are named by object id.</summary>
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

    /// <summary>How long a Temporary Access Pass works; the tenant's policy on methods sets the bounds, and refuses what is outside.</summary>
    /// <value>10 minutes to 8 hours; default one hour.</value>
    [Range(typeof(TimeSpan), "00:10:00", "08:00:00")]
    public TimeSpan PassLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The tenant's own list of banned words, as it stands under «Password protection»: no temporary password breaks it.</summary>
    public IReadOnlyList<string> BannedWords { get; set; } = [];

    /// <summary>Which level each class of account needs.</summary>
    public ResetLevels Levels { get; set; } = new();

    /// <summary>Before a change or an approval, a sign-in of this chat that is older is made anew: Entra decides again, with its rules of that moment.</summary>
    /// <value>5 minutes to 24 hours; default one hour.</value>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan SignInWithin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the caller has to answer, on their own side.</summary>
    /// <value>1 to 5 minutes; default 5.</value>
    [Range(typeof(TimeSpan), "00:01:00", "00:05:00")]
    public TimeSpan VerifyWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a manager or a second person has, and how long what was proven holds.</summary>
    /// <value>1 minute to 1 hour; default 15 minutes.</value>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan ApproveWithin { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>A manager whom the directory names for less than this does not vouch. As far back as a free tenant's log reaches.</summary>
    /// <value>Up to 6 days; default 5. Zero switches it off.</value>
    [Range(typeof(TimeSpan), "00:00:00", "6.00:00:00")]
    public TimeSpan ManagerSettled { get; set; } = TimeSpan.FromDays(5);

    /// <summary>Within this time a further reset of the same person needs the next level.</summary>
    /// <value>Up to 7 days; default 24 hours. Zero switches it off.</value>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan CoolDown { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Where people reach this bot's own pages, e.g. <c>https://credbot.contoso.com</c>: notices then carry a link to object without signing in.</summary>
    /// <value>https, or http on loopback; unset: no link.</value>
    public Uri? PublicUrl { get; set; }

    /// <summary>How long the link of a notice works.</summary>
    /// <value>1 hour to 30 days; default 7 days.</value>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan ObjectWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long nobody is reset after they said «this wasn't me», unless an operator lifts it before.</summary>
    /// <value>1 hour to 30 days; default 3 days.</value>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan FreezeFor { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Requests that one agent may make in an hour.</summary>
    /// <value>1 to 100; default 10.</value>
    [Range(1, 100)]
    public int AgentPerHour { get; set; } = 10;

    /// <summary>Requests that one agent may make in a day.</summary>
    /// <value>1 to 500; default 40.</value>
    [Range(1, 500)]
    public int AgentPerDay { get; set; } = 40;

    /// <summary>Requests that a whole tenant may make in an hour.</summary>
    /// <value>1 to 1000; default 60.</value>
    [Range(1, 1000)]
    public int TenantPerHour { get; set; } = 60;

    /// <summary>Requests about one person in an hour; each asks them once, and who is asked too often says yes to be left in peace.</summary>
    /// <value>1 to 100; default 2.</value>
    [Range(1, 100)]
    public int AsksPerHour { get; set; } = 2;

    /// <summary>Who may approve a reset without verification, in writing and with a reason; each of them is in the next daily report. Nobody: no exceptions.</summary>
    public IReadOnlyList<string> ExceptionApprovers { get; set; } = [];

    /// <summary>People who are looked at twice.</summary>
    public IReadOnlyList<string> Vips { get; set; } = [];

    /// <summary>Groups whose direct members are.</summary>
    public IReadOnlyList<string> VipGroups { get; set; } = [];

    /// <summary>Groups whose direct members are not reset in chat.</summary>
    public IReadOnlyList<string> ProtectedGroups { get; set; } = [];

    /// <summary>Emergency accounts.</summary>
    public IReadOnlyList<string> BreakGlass { get; set; } = [];

    /// <summary>Accounts that no person signs in with.</summary>
    public IReadOnlyList<string> ServiceAccounts { get; set; } = [];

    /// <summary>Who may lift a freeze and raise the threat level; not reset in chat themselves.</summary>
    public IReadOnlyList<string> Operators { get; set; } = [];

    /// <summary>Who is told of alarms in their own chat.</summary>
    public IReadOnlyList<string> OnCall { get; set; } = [];

    /// <summary>Who is asked as a second person; empty: whoever the tenant shows to hold a role that reaches the subject.</summary>
    public IReadOnlyList<string> Approvers { get; set; } = [];

    /// <summary>Agents who may verify a caller and not reset.</summary>
    public IReadOnlyList<string> VerifyOnly { get; set; } = [];
}
