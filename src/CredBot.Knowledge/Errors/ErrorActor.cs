namespace CredBot.Knowledge.Errors;

/// <summary>Who can do something about an error.</summary>
public enum ErrorActor
{
    /// <summary>The person who meets it.</summary>
    User,

    /// <summary>The help desk.</summary>
    Helpdesk,

    /// <summary>An administrator of the tenant or of the application.</summary>
    Admin,

    /// <summary>Whoever runs Active Directory, Connect and the agents.</summary>
    Infrastructure,
}
