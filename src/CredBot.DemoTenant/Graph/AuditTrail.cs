using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Conditions;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>The directory's audit log: what was done under the names by which the services log it.</summary>
/// <remarks>Source: Entra «Audit activity reference»; an administrator's reset stands there twice, under two services.</remarks>
internal sealed class AuditTrail(DemoDirectory directory)
{
    private const string SelfService = "Self-service Password Management";
    private const string CoreDirectory = "Core Directory";

    private readonly ConcurrentQueue<AuditEvent> events = new(LogSeed.Load().Audits.OrderByDescending(static seed => seed.MinutesAgo).Select(seed => Event(seed, directory)));

    /// <summary>The switches of writeback, oldest first.</summary>
    private readonly AuditEvent[] switches =
    [
        Switch("Enable password writeback for directory", directory.StartedAt.AddDays(-20), directory),
        Switch("Disable password writeback for directory", directory.StartedAt.AddDays(-2), directory),
    ];

    /// <summary>Known from its end on, as a result is.</summary>
    public void PasswordReset(PasswordOperation operation, DemoPerson by, DemoPerson subject)
    {
        Add(operation.EndsAt, "Reset password (by admin)", SelfService, by, subject, operation.Failure);
        if (operation.Failure is null)
        {
            Add(operation.EndsAt, "Reset user password", CoreDirectory, by, subject);
        }
    }

    public void ProfileSet(DemoPerson by, DemoPerson subject, DateTimeOffset at) => Add(at, "Reset user password", CoreDirectory, by, subject);

    public void PasswordChanged(DemoPerson subject, DateTimeOffset at)
    {
        Add(at, "Change password (self-service)", SelfService, subject, subject);
        Add(at, "Change user password", CoreDirectory, subject, subject);
    }

    public void ResetByThemselves(DemoPerson subject, DateTimeOffset at)
    {
        Add(at, "Reset password (self-service)", SelfService, subject, subject);
        Add(at, "Reset user password", CoreDirectory, subject, subject);
    }

    public void ManagerSet(DemoPerson by, DemoPerson subject, DateTimeOffset at) => Add(at, "Set user manager", CoreDirectory, by, subject);

    /// <summary>Newest first.</summary>
    public IEnumerable<JsonObject> Known() =>
        switches.Take(Switched).Concat(events).Where(entry => entry.At <= directory.Now).Reverse().OrderByDescending(static entry => entry.At).Select(Describe);

    private int Switched => directory.Conditions.Writeback switch
    {
        WritebackSwitch.On => 1,
        WritebackSwitch.Off => 2,
        _ => 0,
    };

    private static AuditEvent Switch(string activity, DateTimeOffset at, DemoDirectory directory) =>
        new() { At = at, Activity = activity, Service = SelfService, Category = "DirectoryManagement", By = directory.Find("grace") };

    private static AuditEvent Event(AuditSeed seed, DemoDirectory directory) => new()
    {
        At = directory.StartedAt.AddMinutes(-seed.MinutesAgo),
        Activity = seed.Activity,
        Service = seed.Core ? CoreDirectory : SelfService,
        Category = "UserManagement",
        By = directory.Find(seed.By ?? seed.Person),
        Subject = directory.Find(seed.Person),
        Failure = seed.Failure,
    };

    private void Add(DateTimeOffset at, string activity, string service, DemoPerson by, DemoPerson subject, string? failure = null) =>
        events.Enqueue(new AuditEvent
        {
            At = at,
            Activity = activity,
            Service = service,
            Category = "UserManagement",
            By = by,
            Subject = subject,
            Failure = failure,
        });

    private static JsonObject Describe(AuditEvent entry) => new()
    {
        ["id"] = $"SSPR_{entry.Id}",
        ["activityDateTime"] = GraphWriter.Text(entry.At),
        ["activityDisplayName"] = entry.Activity,
        ["category"] = entry.Category,
        ["correlationId"] = entry.Id,
        ["loggedByService"] = entry.Service,
        ["operationType"] = "Update",
        ["result"] = entry.Failure is null ? "success" : "failure",
        ["resultReason"] = entry.Failure ?? "",
        ["initiatedBy"] = new JsonObject { ["app"] = null, ["user"] = entry.By is null ? null : Who(entry.By) },
        ["targetResources"] = entry.Subject is null ? [] : new JsonArray(Target(entry.Subject)),
        ["additionalDetails"] = new JsonArray(),
    };

    private static JsonObject Who(DemoPerson person) => new()
    {
        ["id"] = person.ObjectId,
        ["displayName"] = person.DisplayName,
        ["userPrincipalName"] = person.UserPrincipalName,
        ["ipAddress"] = null,
    };

    private static JsonObject Target(DemoPerson person) => new()
    {
        ["id"] = person.ObjectId,
        ["displayName"] = person.DisplayName,
        ["type"] = "User",
        ["userPrincipalName"] = person.UserPrincipalName,
        ["modifiedProperties"] = new JsonArray(),
    };
}

/// <summary>One line of the audit log.</summary>
internal sealed record AuditEvent
{
    public string Id { get; } = Guid.NewGuid().ToString();
    public required DateTimeOffset At { get; init; }
    public required string Activity { get; init; }
    public required string Service { get; init; }
    public required string Category { get; init; }
    public DemoPerson? By { get; init; }
    public DemoPerson? Subject { get; init; }

    /// <value>Null for a success.</value>
    public string? Failure { get; init; }
}
