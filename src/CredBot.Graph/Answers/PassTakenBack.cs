namespace CredBot.Graph;

/// <summary>A Temporary Access Pass is gone: deleted just now, or it no longer existed.</summary>
public sealed record PassTakenBack;
