using Microsoft.Graph.Models;

namespace CredBot.Graph;

// Own methods only: everybody may see theirs, and the list of somebody else is a matter for a few roles.
public sealed partial class GraphClient
{
    /// <summary>The asker's own authentication methods, as of this moment.</summary>
    /// <param name="token">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Kinds of <see cref="MyMethods"/>; never a number or an address, and never the password, which everybody has.</returns>
    public async Task<GraphResult<IReadOnlyList<string>>> GetMyMethodsAsync(GraphToken token, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAllAsync(
            token, Budget(token),
            static (graph, call, cancel) => graph.Me.Authentication.Methods.GetAsync(request => request.Options.Add(call), cancel),
            link => (graph, call, cancel) => graph.Me.Authentication.Methods.WithUrl(link).GetAsync(request => request.Options.Add(call), cancel),
            static (AuthenticationMethodCollectionResponse page) => page.Value,
            cancellationToken);
        return read.Map<IReadOnlyList<string>>(static methods =>
            [.. methods.Where(static method => method is not PasswordAuthenticationMethod).Select(Kind).Distinct()]);
    }

    /// <summary>A kind the SDK does not know comes as the base class.</summary>
    private static string Kind(AuthenticationMethod method) => method switch
    {
        PhoneAuthenticationMethod => MyMethods.Phone,
        EmailAuthenticationMethod => MyMethods.Email,
        MicrosoftAuthenticatorAuthenticationMethod => MyMethods.Authenticator,
        SoftwareOathAuthenticationMethod => MyMethods.SoftwareOath,
        Fido2AuthenticationMethod => MyMethods.Fido2,
        WindowsHelloForBusinessAuthenticationMethod => MyMethods.WindowsHello,
        TemporaryAccessPassAuthenticationMethod => MyMethods.TemporaryAccessPass,
        _ => MyMethods.Other,
    };
}
