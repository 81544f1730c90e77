using System.Text.Json.Serialization;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.Verification;

/// <summary>One verification: what has to be shown, what was, and who is being asked. The number stands in it only hashed and sealed.</summary>
internal sealed record VerificationDocument
{
    public int Schema { get; init; } = 1;
    public required string Id { get; init; }
    public required VerificationRequest Request { get; init; }
    public VerificationStatus Status { get; init; }

    /// <summary>What has to be shown, in this order.</summary>
    public required IReadOnlyList<Proof> Wanted { get; init; }
    public IReadOnlyList<Proven> Proven { get; init => field = value ?? []; } = [];

    /// <summary>Who is being asked for the present proof.</summary>
    public IReadOnlyList<AskedPerson> Asked { get; init => field = value ?? []; } = [];

    /// <summary>The number in play; null where the present proof has none.</summary>
    public NumberChallenge? Number { get; init; }

    /// <summary>The number stands on the agent's card.</summary>
    public bool Shown { get; init; }

    /// <summary>Until when the present proof may come.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Why it ended without; null before that, and where everything was shown.</summary>
    public VerificationEnd? End { get; init; }

    /// <summary>The proof that is asked for now; null at the end.</summary>
    [JsonIgnore]
    public Proof? Current => Proven.Count < Wanted.Count ? Wanted[Proven.Count] : null;

    /// <summary>Everything the approval of this request is bound to.</summary>
    [JsonIgnore]
    public string Binding => AssurancePolicy.Bind(Request.Facts);
}

/// <summary>Somebody who is asked.</summary>
/// <param name="Id">Object id.</param>
/// <param name="Name">As the directory calls them.</param>
/// <param name="IsLost">They could not be reached in Teams.</param>
internal sealed record AskedPerson(string Id, string Name, bool IsLost = false);

/// <summary>How far a verification is. Names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VerificationStatus>))]
internal enum VerificationStatus
{
    /// <summary>Finding out whom to ask, or making a number.</summary>
    Opening,

    /// <summary>Asked.</summary>
    Waiting,

    /// <summary>Over: everything was shown.</summary>
    Verified,

    /// <summary>Over: not shown.</summary>
    Failed,
}
