using CredBot.Graph;

namespace CredBot.Tests.Graph;

public sealed class Reads
{
    private const string Mina = """{"id":"5a0d6f0e-0000-4000-8000-000000000001","displayName":"이미나 (Lee Mina)","userPrincipalName":"mina@hanbit.example","userType":"Member"}""";

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task A_Read_Is_Tried_Again_Twice(int status)
    {
        var answers = new Queue<int>([status, status, 200]);
        var network = new GraphNetwork(_ => answers.Dequeue() switch
        {
            200 => GraphNetwork.Json(200, Mina),
            0 => throw new HttpRequestException("lost"),
            var bad => GraphNetwork.Error(bad, "any"),
        });

        var me = network.Client.GetMeAsync(GraphNetwork.Token, TestContext.Current.CancellationToken);
        await network.Time.PassAsync(TimeSpan.FromMilliseconds(300));
        await network.Time.PassAsync(TimeSpan.FromMilliseconds(1200));

        Assert.Equal("mina@hanbit.example", (await me).Value().UserPrincipalName);
    }

    [Fact]
    public async Task A_Third_Failure_Is_The_Answer()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Error(503, "serviceUnavailable"));

        var me = network.Client.GetMeAsync(GraphNetwork.Token, TestContext.Current.CancellationToken);
        await network.Time.PassAsync(TimeSpan.FromMilliseconds(300));
        await network.Time.PassAsync(TimeSpan.FromMilliseconds(1200));

        Assert.Equal(GraphErrorKind.Unavailable, (await me).Error().Kind);
        Assert.Equal(3, network.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task What_Will_Not_Pass_Is_Not_Tried_Again(int status)
    {
        var network = new GraphNetwork(_ => GraphNetwork.Error(status, "any"));

        await network.Client.GetMeAsync(GraphNetwork.Token, TestContext.Current.CancellationToken);

        Assert.Single(network.Requests);
    }

    [Fact]
    public async Task A_Short_Retry_After_Is_Waited_For()
    {
        var answers = new Queue<HttpResponseMessage>([Throttled(2), GraphNetwork.Json(200, Mina)]);
        var network = new GraphNetwork(_ => answers.Dequeue());

        var me = network.Client.GetMeAsync(GraphNetwork.Token, TestContext.Current.CancellationToken);
        await network.Time.PassAsync(TimeSpan.FromSeconds(2));

        Assert.IsType<GraphResult<DirectoryUser>.Ok>(await me);
    }

    [Fact]
    public async Task A_Long_Retry_After_Is_An_Answer_Not_A_Wait()
    {
        var network = new GraphNetwork(_ => Throttled(30));

        var error = (await network.Client.GetMeAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Error();

        Assert.Equal((GraphErrorKind.Throttled, TimeSpan.FromSeconds(30)), (error.Kind, error.RetryAfter));
        Assert.Single(network.Requests);
    }

    [Fact]
    public async Task A_Read_Ends_With_Its_Budget()
    {
        var network = new GraphNetwork(async (_, cancel) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return GraphNetwork.Json(200, Mina);
        });

        var me = network.Client.GetMeAsync(GraphNetwork.Token, TestContext.Current.CancellationToken);
        await network.Time.PassAsync(TimeSpan.FromSeconds(6));

        Assert.Equal(GraphErrorKind.NoAnswer, (await me).Error().Kind);
        Assert.InRange(network.Requests.Count, 0, 1);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"displayName":"nobody"}""")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"x")]
    public async Task A_Person_Without_An_Id_Is_Nobody(string body)
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, body));

        Assert.Equal(GraphErrorKind.Unexpected, (await network.Client.GetMeAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Error().Kind);
    }

    [Fact]
    public async Task A_Person_Is_Read_With_Everything_That_Decides()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, """
            {"id":"j","displayName":"박준 (Park Jun)","userPrincipalName":"jun@hanbit.example","mail":"jun@hanbit.example","jobTitle":"Buyer","department":"Purchasing",
             "accountEnabled":true,"userType":"Member","onPremisesSyncEnabled":true,"isManagementRestricted":null,"lastPasswordChangeDateTime":"2026-10-01T08:00:00Z",
             "passwordPolicies":"DisablePasswordExpiration","externalUserState":null,"onPremisesLastSyncDateTime":"2026-11-24T08:30:00Z",
             "signInSessionsValidFromDateTime":"2026-10-02T08:00:00Z","passwordProfile":{"password":null,"forceChangePasswordNextSignIn":false,"forceChangePasswordNextSignInWithMfa":true}}
            """));

        var jun = (await network.Client.GetUserAsync(GraphNetwork.Token, "j", TestContext.Current.CancellationToken)).Value();

        Assert.Equal(
            new DirectoryUser
            {
                Id = "j", DisplayName = "박준 (Park Jun)", UserPrincipalName = "jun@hanbit.example", Mail = "jun@hanbit.example", JobTitle = "Buyer", Department = "Purchasing",
                AccountEnabled = true, UserType = "Member", OnPremisesSyncEnabled = true, PasswordPolicies = "DisablePasswordExpiration",
                LastPasswordChange = new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero),
                OnPremisesLastSync = new DateTimeOffset(2026, 11, 24, 8, 30, 0, TimeSpan.Zero),
                SessionsValidFrom = new DateTimeOffset(2026, 10, 2, 8, 0, 0, TimeSpan.Zero),
                MustChangePassword = true,
            },
            jun);
        Assert.True(jun is { IsSynced: true, IsGuest: false, NeverExpires: true });
        Assert.Equal(
            "?$select=id,displayName,userPrincipalName,mail,jobTitle,department,accountEnabled,userType,onPremisesSyncEnabled,isManagementRestricted,lastPasswordChangeDateTime,passwordPolicies,externalUserState,onPremisesLastSyncDateTime,signInSessionsValidFromDateTime,passwordProfile",
            network.Requests.Single().Query);
    }

    [Theory]
    [InlineData("marie_partner.example#EXT#@hanbit.example", "/users/marie_partner.example%23EXT%23%40hanbit.example?")]
    [InlineData("o'brien@hanbit.example", "/users/o%27brien%40hanbit.example?")]
    [InlineData("a/b?c=d", "/users/a%2Fb%3Fc%3Dd?")]
    public async Task A_Sign_In_Name_Stays_One_Segment_Of_The_Address(string name, string segment)
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, Mina));

        await network.Client.GetUserAsync(GraphNetwork.Token, name, TestContext.Current.CancellationToken);

        Assert.StartsWith(GraphNetwork.BaseUrl + segment, network.Requests.Single().Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Guest", null, "x@hanbit.example", true)]
    [InlineData("Member", "Accepted", "x@hanbit.example", true)]
    [InlineData("Member", null, "x_partner.example#EXT#@hanbit.example", true)]
    [InlineData("Member", null, "x@hanbit.example", false)]
    [InlineData(null, null, null, false)]
    public void Somebody_From_Another_Tenant_Is_A_Guest_Whatever_They_Became(string? type, string? state, string? name, bool isGuest) =>
        Assert.Equal(isGuest, new DirectoryUser { Id = "x", UserType = type, ExternalUserState = state, UserPrincipalName = name }.IsGuest);

    [Fact]
    public async Task Somebody_The_Report_Does_Not_Know_Is_Not_Said_To_Be_Unregistered()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Error(404, "resourceNotFound"));

        Assert.Null((await network.Client.GetRegistrationAsync(GraphNetwork.Token, "tom", TestContext.Current.CancellationToken)).Value());
    }

    [Fact]
    public async Task A_Tenant_Without_Premium_Has_No_Report()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Error(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant"));

        Assert.True((await network.Client.GetRegistrationAsync(GraphNetwork.Token, "sora", TestContext.Current.CancellationToken)).Error().NeedsPremium);
    }

    [Fact]
    public async Task A_Registration_Is_Read_As_It_Is_Reported()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, """
            {"id":"y","isSsprEnabled":true,"isSsprRegistered":false,"isSsprCapable":false,"isAdmin":true,"methodsRegistered":["email","mobilePhone"],"lastUpdatedDateTime":"2026-11-24T03:00:00Z"}
            """));

        var registration = (await network.Client.GetRegistrationAsync(GraphNetwork.Token, "yuna", TestContext.Current.CancellationToken)).Value()!;

        Assert.Equal((true, false, false, true), (registration.IsSsprEnabled, registration.IsSsprRegistered, registration.IsSsprCapable, registration.IsAdmin));
        Assert.Equal(["email", "mobilePhone"], registration.MethodsRegistered);
        Assert.Equal("/reports/authenticationMethods/userRegistrationDetails/yuna", network.Requests.Single().Path);
    }

    [Fact]
    public async Task The_Tenant_And_The_Domain_Of_A_Name_Are_Read()
    {
        var network = new GraphNetwork(request => GraphNetwork.Json(200, request.RequestUri!.AbsolutePath.EndsWith("organization", StringComparison.Ordinal)
            ? """{"value":[{"id":"t","displayName":"Hanbit Trading","onPremisesSyncEnabled":true,"onPremisesLastSyncDateTime":"2026-11-24T08:30:00Z"}]}"""
            : """{"id":"hanbit.example","authenticationType":"Federated","passwordValidityPeriodInDays":90}"""));

        var tenant = (await network.Client.GetOrganizationAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Value();
        var domain = (await network.Client.GetDomainAsync(GraphNetwork.Token, "marie_partner.example#EXT#@hanbit.example", TestContext.Current.CancellationToken)).Value();

        Assert.Equal(("Hanbit Trading", true, 8), (tenant.DisplayName, tenant.OnPremisesSyncEnabled, tenant.OnPremisesLastSync!.Value.Hour));
        Assert.True(domain is { IsFederated: true, PasswordValidityDays: 90 });
        Assert.Equal("/domains/hanbit.example", network.Requests.Last().Path);
    }

    private static HttpResponseMessage Throttled(int seconds)
    {
        var response = GraphNetwork.Error(429, "TooManyRequests");
        response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }
}
