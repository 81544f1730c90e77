using System.Collections.Concurrent;

namespace CredBot.DemoTenant.People;

/// <summary>Who has the bot's app in their own Teams. At the start everybody has: a setup policy gave it to them.</summary>
internal sealed class AppInstalls
{
    private readonly ConcurrentDictionary<string, AppState> states = new(StringComparer.Ordinal);

    /// <summary>Hears of every change, after it.</summary>
    public event Action<DemoPerson, AppState>? Changed;

    public AppState Of(DemoPerson person) => states.GetValueOrDefault(person.Id, AppState.Installed);

    /// <returns>False where it was so already.</returns>
    public bool Set(DemoPerson person, AppState state)
    {
        if (Of(person) == state)
        {
            return false;
        }

        states[person.Id] = state;
        Changed?.Invoke(person, state);
        return true;
    }
}

/// <summary>What a person has done with the bot's app.</summary>
internal enum AppState
{
    Installed,

    /// <summary>Taken off; the bot is no longer in their chat.</summary>
    Removed,

    /// <summary>Installed, and the person lets it write no more.</summary>
    Blocked,
}
