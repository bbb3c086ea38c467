package io.penstock.platform.search;

import io.penstock.query.UnavailableField;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names that people know from the language's home and that our target model cannot answer, with
 * the reason. A line with {@code =} opens a reason and, after a bar, what to ask for instead; the
 * names follow.
 */
final class UnavailableTokens {

    private static final String OF_FINDINGS =
            """
            = the sources are asked for vulnerabilities on hosts, not for web applications
            finding.accessVector finding.applicationURL finding.instance finding.requiredPrivilege
            finding.owaspTopTenName finding.wascInfoName application.* apiCollection.*
            apiEndpoint.*
            = the sources are asked for vulnerabilities, not for failed controls
            finding.control.id finding.policyId finding.policyName finding.technologyCategory
            finding.technologyName finding.technologyVendor
            = every finding here is a vulnerability | finding.subType
            finding.type
            = connections have no numbers here | finding.connectionUuid
            finding.connectionId finding.sourceId
            = the severity is kept as a number | finding.severity
            finding.criticality
            = the target model has no free numbers
            finding.customNumber1 finding.customNumber2 finding.customNumber3
            finding.customNumber4 finding.customNumber5
            = no source tells when a CVE was published | finding.firstFoundDate
            finding.cvePublishedDate finding.ttd
            = no source tells the weakness behind a CVE | finding.cveId
            finding.cweId
            = only base scores are kept | finding.cvss3BaseScore
            finding.cvss2TemporalScore finding.cvss3TemporalScore finding.cvss4TemporalScore
            = only the source's own severity word is kept | finding.sourceSeverity
            finding.sourceScoreRange
            = the sources do not tell how they logged in | finding.detectionMethod
            finding.discoveryType
            = no source tells whether a finding is confirmed | finding.detectionMethod
            finding.typeDetected vulnerabilities.typeDetected
            = findings that are not found any more are told apart by status | finding.status
            finding.isFound
            = only the suppression at the source is kept | finding.isSuppressed
            finding.isDisabled finding.isIgnored
            = no source tells mitigations | finding.riskAcceptance.type
            finding.isMitigated finding.mitigated.method compensatoryFactor.*
            = the sources give advice in words, not patches | finding.recommendation
            finding.isPatchAvailable finding.isQualysPatchable finding.isRebootRequired
            finding.patchReleasedDate vulnerabilities.vulnerability.patchAvailable
            finding.threatIntel.hasNoPatch
            = CVEs are not mapped to attack techniques
            finding.mitre.*
            = no source tells which kernel runs
            finding.nonRunningKernel
            = the product is kept as one text | finding.product
            finding.product.vendorId finding.product.version
            = no source numbers its findings that way | finding.vendorFindingId
            finding.qid vulnerabilities.vulnerability.qid
            = reasons are free text here | finding.riskAcceptance.reason
            finding.riskAcceptance.reasonType finding.ruleName
            = the exploit's state is kept as a number | finding.exploitStatus
            finding.riskFactor.exploitCodeMaturity finding.riskFactor.exploitType
            finding.threatIntel.isExploitKit finding.threatIntel.isZeroDay
            finding.threatIntel.isPredictedHighRisk
            = no source names malware or the people behind it | finding.riskFactor.rti
            finding.riskFactor.malwareName finding.riskFactor.threatActorName
            finding.threatIntel.malwareName finding.threatIntel.isMalware
            finding.riskFactor.trending
            = no source tells what an attack leads to | finding.description
            finding.threatIntel.isDenialOfService finding.threatIntel.isHighDataLoss
            finding.threatIntel.isHighLateralMovement finding.threatIntel.isPrivilegeEscalation
            finding.threatIntel.isRemoteCodeExecution finding.threatIntel.isWormable
            finding.threatIntel.isUnauthenticatedExploitation
            = tags hang on assets | asset.tag.name
            finding.tags.name finding.tags
            = nothing here tries exploits
            finding.truConfirm.*
            = sources give no address to look at | finding.vendorProductName
            finding.vendorUrl
            """;

    private static final String OF_ASSETS =
            """
            = the reasons behind a score are shown on the asset's page | asset.riskScore
            asset.riskFactor.name asset.compensatoryFactor.name
            = no source tells business data | asset.tag.name
            asset.businessInfo.*
            = assets have no numbers here | asset.id
            asset.assetID asset.hostID
            = every asset here is a host
            asset.type assetCategory asset.trackingMethod
            = no source tells who was logged on
            asset.lastLoggedOnUser accounts.username
            = no source tells how a host is set up | asset.name
            asset.totalMemory asset.timezone asset.domainRole asset.lastBoot asset.netbiosName
            = only serial number and UUID of the firmware are kept | asset.biosSerialNumber
            asset.biosAssetTag asset.biosDescription
            = no source tells about containers
            asset.isContainerHost isDockerHost container.*
            = the agent's id is the source's id of the host | asset.externalAssetId
            asset.agentID
            = the operating system is kept as one text | operatingSystem.name
            operatingSystem.category operatingSystem.category1 operatingSystem.category2
            operatingSystem.edition operatingSystem.version operatingSystem.marketVersion
            operatingSystem.update operatingSystem.publisher operatingSystem.installDate
            operatingSystem.lifecycle.*
            = no source tells about processors
            processor.* processors.*
            = it belongs to one vendor's agent or scanner | connector.lastFoundDate
            qualys.*
            = software is known as far as findings name it | finding.product
            software.* missingSoftware.*
            = no source gives attributes beyond the target model
            customAttributes.*
            = no source tells who registered a domain
            whoIs.*
            = only the addresses of network interfaces are kept | asset.interface.address
            asset.interface.dnsAddress asset.interface.gatewayAddress
            asset.interface.manufacturer asset.interface.name asset.interface.netmask
            = only the addresses of network interfaces are kept | asset.fqdn
            asset.interface.hostname interfaces.hostname
            = ports are known as far as findings name them | finding.port
            openPorts.port openPorts.protocol
            """;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private UnavailableTokens() {}

    static List<UnavailableField> all() {
        var fields = new ArrayList<UnavailableField>();
        for (var reason : (OF_FINDINGS + OF_ASSETS).substring(2).split("\n= ", -1)) {
            var end = reason.indexOf('\n');
            var parts = reason.substring(0, end).split(" \\| ", -1);
            var instead = parts.length > 1 ? parts[1] : "";
            for (var name : BLANKS.split(reason.substring(end).strip(), -1)) {
                fields.add(new UnavailableField(name, parts[0], instead));
            }
        }
        return List.copyOf(fields);
    }
}
