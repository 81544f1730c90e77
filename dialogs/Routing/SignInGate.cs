using CredBot.Bot.Builder;
using CredBot.Bot.Schema;

namespace CredBot.Dialogs.Routing;

/// <summary>Stands before the buttons that act under the person's own rights.</summary>
/// <param name="AskAsync">Gives null where the person's token is held; otherwise the answer that makes the client get one, or says why there is none.</param>
/// <param name="AskAnewAsync">The same before what changes something: a sign-in that is too old is made anew.</param>
internal sealed record SignInGate(
    Func<TurnContext, CancellationToken, Task<InvokeResponse?>> AskAsync, Func<TurnContext, CancellationToken, Task<InvokeResponse?>> AskAnewAsync);
