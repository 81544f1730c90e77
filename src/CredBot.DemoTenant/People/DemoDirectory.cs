using System.Collections.Frozen;
using System.Security.Cryptography;

namespace CredBot.DemoTenant.People;

/// <summary>The tenant's people and what is true of their accounts now. Safe for any number of callers.</summary>
internal sealed class DemoDirectory
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly FrozenDictionary<string, DemoPerson> _byId;
    private readonly FrozenDictionary<string, DemoPerson> _byObjectId;
    private readonly FrozenDictionary<string, DemoPerson> _byUpn;
    private readonly Dictionary<string, DemoAccount> _accounts;
    private readonly PriorityQueue<(string PersonId, Func<DemoAccount, DemoAccount> Change), (DateTimeOffset At, long Order)> _due = new();
    private long _order;

    public DemoDirectory(TimeProvider time)
    {
        _time = time;
        Seed = TenantSeed.Load();
        StartedAt = time.GetUtcNow();
        _byId = Seed.People.ToFrozenDictionary(person => person.Id, StringComparer.Ordinal);
        _byObjectId = Seed.People.ToFrozenDictionary(person => person.ObjectId, StringComparer.OrdinalIgnoreCase);
        _byUpn = Seed.People.ToFrozenDictionary(person => person.UserPrincipalName, StringComparer.OrdinalIgnoreCase);
        _accounts = Seed.People.ToDictionary(person => person.Id, AtStart, StringComparer.Ordinal);
    }

    public TenantSeed Seed { get; }
    public DateTimeOffset StartedAt { get; }
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>All accounts, in the order of the seeds; <see cref="DemoPerson.Listed"/> ones are offered on the page.</summary>
    public IReadOnlyList<DemoPerson> People => Seed.People;

    /// <returns>Null for an unknown id.</returns>
    public DemoPerson? Find(string id) => _byId.GetValueOrDefault(id);

    /// <returns>Null for an unknown object id.</returns>
    public DemoPerson? ByObjectId(string objectId) => _byObjectId.GetValueOrDefault(objectId);

    /// <returns>Null for an unknown name. Mail addresses are no key in Entra either.</returns>
    public DemoPerson? ByUserPrincipalName(string userPrincipalName) => _byUpn.GetValueOrDefault(userPrincipalName);

    /// <summary>The account as it is at this instant.</summary>
    public DemoAccount Account(DemoPerson person)
    {
        lock (_gate)
        {
            SettleNeedsLock();
            return _accounts[person.Id];
        }
    }

    public void Change(DemoPerson person, Func<DemoAccount, DemoAccount> change)
    {
        lock (_gate)
        {
            SettleNeedsLock();
            _accounts[person.Id] = change(_accounts[person.Id]);
        }
    }

    /// <summary>Lets a change come true later: it is seen by whoever looks from <paramref name="at"/> on.</summary>
    public void ChangeAt(DateTimeOffset at, DemoPerson person, Func<DemoAccount, DemoAccount> change)
    {
        lock (_gate)
        {
            _due.Enqueue((person.Id, change), (at, _order++));
        }
    }

    private void SettleNeedsLock()
    {
        var now = _time.GetUtcNow();
        while (_due.TryPeek(out var next, out var when) && when.At <= now)
        {
            _due.Dequeue();
            _accounts[next.PersonId] = next.Change(_accounts[next.PersonId]);
        }
    }

    private DemoAccount AtStart(DemoPerson person)
    {
        var changed = StartedAt.AddDays(-person.PasswordChangedDaysAgo);
        return new DemoAccount
        {
            LastPasswordChange = changed,
            SessionsValidFrom = changed,
            Enabled = person.AccountEnabled,
            Password = new SealedPassword(StartPassword(person)),
        };
    }

    /// <summary>What an account's password is until it is changed. Guests have none here: theirs is at home.</summary>
    internal static string StartPassword(DemoPerson person) =>
        person.IsGuest ? RandomNumberGenerator.GetHexString(32) : $"Start-{person.EmployeeId ?? person.Id}-here";
}
