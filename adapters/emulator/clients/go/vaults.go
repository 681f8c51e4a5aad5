package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/arm"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/cloud"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/keyvault/armkeyvault/v2"
)

const (
	group    = "go-round"
	location = "westeurope"
)

func vaults(ctx context.Context, url string, credential azcore.TokenCredential) error {
	client, err := armkeyvault.NewVaultsClient(os.Getenv("EMULATOR_SUBSCRIPTION_ID"), credential, &arm.ClientOptions{
		ClientOptions: azcore.ClientOptions{Cloud: cloud.Configuration{
			ActiveDirectoryAuthorityHost: os.Getenv("AZURE_AUTHORITY_HOST"),
			Services: map[cloud.ServiceName]cloud.ServiceConfiguration{
				cloud.ResourceManager: {Audience: url, Endpoint: url},
			},
		}},
	})
	if err != nil {
		return err
	}
	name := unique("go")
	remove := func() error { _, err := client.Delete(ctx, group, name, nil); return err }
	getDeleted := func() error {
		answer, err := client.GetDeleted(ctx, name, location, nil)
		if err != nil {
			return err
		}
		if days := answer.Properties.ScheduledPurgeDate.Sub(*answer.Properties.DeletionDate).Hours() / 24; days != 7 {
			return fmt.Errorf("the vault is kept for %v days", days)
		}
		return nil
	}
	for _, step := range []struct {
		name   string
		do     func() error
		status int
	}{
		{"create", func() error { return put(ctx, client, name, armkeyvault.CreateModeDefault) }, 0},
		{"delete", remove, 0},
		{"get deleted", getDeleted, 0},
		{"recover", func() error { return put(ctx, client, name, armkeyvault.CreateModeRecover) }, 0},
		{"delete again", remove, 0},
		{"purge", func() error { return purge(ctx, client, name) }, 0},
		{"get deleted after purge", getDeleted, 404},
	} {
		if err := expect(step.status, step.do()); err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
	}
	return nil
}

func put(ctx context.Context, client *armkeyvault.VaultsClient, name string, mode armkeyvault.CreateMode) error {
	poller, err := client.BeginCreateOrUpdate(ctx, group, name, armkeyvault.VaultCreateOrUpdateParameters{
		Location: to.Ptr(location),
		Properties: &armkeyvault.VaultProperties{
			TenantID:                  to.Ptr(os.Getenv("AZURE_TENANT_ID")),
			SKU:                       &armkeyvault.SKU{Family: to.Ptr(armkeyvault.SKUFamilyA), Name: to.Ptr(armkeyvault.SKUNameStandard)},
			AccessPolicies:            []*armkeyvault.AccessPolicyEntry{},
			SoftDeleteRetentionInDays: to.Ptr(int32(7)),
			CreateMode:                to.Ptr(mode),
		},
	}, nil)
	if err != nil {
		return err
	}
	_, err = poller.PollUntilDone(ctx, &runtime.PollUntilDoneOptions{Frequency: time.Second})
	return err
}

func purge(ctx context.Context, client *armkeyvault.VaultsClient, name string) error {
	poller, err := client.BeginPurgeDeleted(ctx, name, location, nil)
	if err != nil {
		return err
	}
	_, err = poller.PollUntilDone(ctx, &runtime.PollUntilDoneOptions{Frequency: time.Second})
	return err
}
