using System.Text.Json;
using CredBot.Graph.Rules;
using static CredBot.Tests.Graph.Rules.People;

namespace CredBot.Tests.Graph.Rules;

public sealed class TheTable
{
    private const string Good = """
        {
          "source": "s", "read": "2026-11",
          "callers": [{ "key": "global", "role": "62e90394-69f5-4237-9190-012177145e10", "inUnit": "never", "retired": false }],
          "personWithoutRole": ["global"], "personInRoleAssignableGroup": ["global"], "roleOnRestrictedUnit": ["global"], "anyOtherRole": ["global"],
          "roles": [{ "id": "62e90394-69f5-4237-9190-012177145e10", "en": "Global Administrator", "ko": "전역 관리자" }]
        }
        """;

    [Theory]
    [InlineData(Helpdesk, "en-US", "Helpdesk Administrator")]
    [InlineData(Helpdesk, "ko-KR", "기술 지원팀 관리자")]
    [InlineData(Helpdesk, "fr", "Helpdesk Administrator")]
    [InlineData("62E90394-69F5-4237-9190-012177145E10", "ko", "전역 관리자")]
    [InlineData(CustomRole, "ko", null)]
    public void A_Role_Is_Called_As_The_Reader_Knows_It(string role, string language, string? name) => Assert.Equal(name, RoleNames.Display(role, language));

    [Fact]
    public void A_Sound_Table_Is_Read() => Assert.Single(Read(Good).Callers);

    [Theory]
    [InlineData("\"personWithoutRole\": [\"global\"]", "\"personWithoutRole\": [\"globl\"]")]
    [InlineData("\"personWithoutRole\": [\"global\"]", "\"personWithoutRole\": []")]
    [InlineData("\"anyOtherRole\": [\"global\"]", "\"anyOtherRole\": [\"global\", \"global\"]")]
    [InlineData("\"role\": \"62e9", "\"role\": \"72e9")]
    [InlineData("\"id\": \"62e90394-69f5-4237-9190-012177145e10\"", "\"id\": \"global\"")]
    [InlineData("\"ko\": \"전역 관리자\"", "\"ko\": \"\"")]
    [InlineData("\"key\": \"global\"", "\"key\": \"world\"")]
    public void A_Table_That_Contradicts_Itself_Is_Refused(string good, string bad)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);

        Assert.Throws<InvalidDataException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"ko\"", "\"kr\"")]
    [InlineData("\"never\"", "\"sometimes\"")]
    [InlineData("\"source\": \"s\", ", "")]
    public void A_Table_With_An_Unknown_Or_Missing_Word_Is_Refused(string good, string bad) =>
        Assert.Throws<JsonException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));

    private static RoleMatrix Read(string json) => new(JsonSerializer.Deserialize(json, RoleTableJson.Default.RoleTable)!);
}
