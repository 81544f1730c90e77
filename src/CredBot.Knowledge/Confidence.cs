namespace CredBot.Knowledge;

/// <summary>What the score is good for.</summary>
public enum Confidence
{
    /// <summary>Nothing of ours: decline.</summary>
    None,

    /// <summary>Perhaps one of <see cref="Recognition.Top"/>: ask which.</summary>
    Unsure,

    /// <summary>Go on with <see cref="Recognition.Intent"/>; what cannot be undone is confirmed in any case.</summary>
    Sure,
}
