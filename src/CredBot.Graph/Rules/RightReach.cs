namespace CredBot.Graph.Rules;

/// <summary>Whom a right reaches, roughly; who exactly, the rules decide for each person.</summary>
public enum RightReach
{
    Nobody,

    /// <summary>People without a directory role.</summary>
    PeopleWithoutRole,

    /// <summary>People without a directory role, and holders of some lesser ones.</summary>
    SomeAdministrators,

    Everybody,
}
