using System.Collections.Frozen;
using System.Security.Cryptography;
using CredBot.DemoTenant.Conditions;

namespace CredBot.DemoTenant.People;

/// <summary>The tenant's people and what is true of their accounts now. Safe for any number of callers.</summary>
internal sealed class DemoDirectory
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly FrozenDictionary<string, DemoPerson> byId;
    private readonly FrozenDictionary<string, DemoPerson> byObjectId;
    private readonly FrozenDictionary<string, DemoPerson> byUpn;
    private readonly Dictionary<string, DemoAccount> accounts;
    private readonly PriorityQueue<(string PersonId, Func<DemoAccount, DemoAccount> Change), (DateTimeOffset At, long Order)> due = new();
    private long order;
    private TenantConditions conditions = new();

    public DemoDirectory(TimeProvider time)
    {
        this.time = time;
        Seed = TenantSeed.Load();
        StartedAt = time.GetUtcNow();
        byId = Seed.People.ToFrozenDictionary(person => person.Id, StringComparer.Ordinal);
        byObjectId = Seed.People.ToFrozenDictionary(person => person.ObjectId, StringComparer.OrdinalIgnoreCase);
        byUpn = Seed.People.ToFrozenDictionary(person => person.UserPrincipalName, StringComparer.OrdinalIgnoreCase);
        accounts = Seed.People.ToDictionary(person => person.Id, AtStart, StringComparer.Ordinal);
    }

    public TenantSeed Seed { get; }

    /// <summary>What is true of the whole tenant now.</summary>
    public TenantConditions Conditions { get => Volatile.Read(ref conditions); set => Volatile.Write(ref conditions, value); }

    public DateTimeOffset StartedAt { get; }
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>All accounts, in the order of the seeds; <see cref="DemoPerson.Listed"/> ones are offered on the page.</summary>
    public IReadOnlyList<DemoPerson> People => Seed.People;

    /// <returns>Null for an unknown id.</returns>
    public DemoPerson? Find(string id) => byId.GetValueOrDefault(id);

    /// <returns>Null for an unknown object id.</returns>
    public DemoPerson? ByObjectId(string objectId) => byObjectId.GetValueOrDefault(objectId);

    /// <returns>Null for an unknown name. Mail addresses are no key in Entra either.</returns>
    public DemoPerson? ByUserPrincipalName(string userPrincipalName) => byUpn.GetValueOrDefault(userPrincipalName);

    /// <summary>The object id of a person or a group.</summary>
    public string ObjectIdOf(string principal) => Find(principal)?.ObjectId ?? Seed.Groups.First(group => group.Id == principal).ObjectId;

    /// <summary>The account as it is at this instant.</summary>
    public DemoAccount Account(DemoPerson person)
    {
        lock (gate)
        {
            SettleNeedsLock();
            return accounts[person.Id];
        }
    }

    public void Change(DemoPerson person, Func<DemoAccount, DemoAccount> change)
    {
        lock (gate)
        {
            SettleNeedsLock();
            accounts[person.Id] = change(accounts[person.Id]);
        }
    }

    /// <summary>Lets a change come true later: it is seen by whoever looks from <paramref name="at"/> on.</summary>
    public void ChangeAt(DateTimeOffset at, DemoPerson person, Func<DemoAccount, DemoAccount> change)
    {
        lock (gate)
        {
            due.Enqueue((person.Id, change), (at, order++));
        }
    }

    private void SettleNeedsLock()
    {
        var now = time.GetUtcNow();
        while (due.TryPeek(out var next, out var when) && when.At <= now)
        {
            due.Dequeue();
            accounts[next.PersonId] = next.Change(accounts[next.PersonId]);
        }
    }

    private DemoAccount AtStart(DemoPerson person)
    {
        var changed = person.PasswordChangedMinutesAgo is { } minutes ? StartedAt.AddMinutes(-minutes) : StartedAt.AddDays(-person.PasswordChangedDaysAgo);
        return new DemoAccount
        {
            LastPasswordChange = changed,
            SessionsValidFrom = changed,
            Enabled = !person.Disabled,
            MustChangePassword = person.MustChangePassword,
            Password = new SealedPassword(StartPassword(person)),
        };
    }

    /// <summary>What an account's password is until it is changed. Guests have none here: theirs is at home.</summary>
    internal static string StartPassword(DemoPerson person) =>
        person.IsGuest ? RandomNumberGenerator.GetHexString(32) : $"Start-{person.EmployeeId ?? person.Id}-here";
}
